// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of systemd's and shells', not of ours
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../../../test/property/runs.ts'
import { parseCommandLine } from '../../unit/values/commands/command-line.ts'
import type { Manager } from '../template.ts'
import { commandFault } from './command-fault.ts'
import { bareName, commandLines } from './command-lines.ts'
import { commandTitle } from './command-title.ts'

/** The lines of a unit, but for the folder where it is the one that the command was typed in. */
function linesOf(command: string, manager: Manager = 'user', program = ''): readonly string[] {
  const { assignments } = commandLines({ command, directory: '/srv/shop', program }, manager)
  return assignments
    .map(([key, value]) => `${key}=${value}`)
    .filter((line) => line !== 'WorkingDirectory=/srv/shop')
}

const commentsOn = (command: string, program = '/usr/bin/x') =>
  commandLines({ command, directory: '/srv/shop', program }, 'user').comments

describe('what a unit says itself is taken out of the command', () => {
  test.each<[string, readonly string[]]>([
    ['node server.js', ['ExecStart=node server.js']],
    ['/usr/bin/node server.js', ['ExecStart=/usr/bin/node server.js']],
    ['exec bin/serve -v', ['ExecStart=/srv/shop/bin/serve -v']],
    ['./serve', ['ExecStart=/srv/shop/serve']],
    ['A=1 B="c d" node x', ['Environment=A=1', 'Environment="B=c d"', 'ExecStart=node x']],
    ['export A=1; export B=2 && node x', ['Environment=A=1', 'Environment=B=2', 'ExecStart=node x']],
    ['env A=1 node x', ['Environment=A=1', 'ExecStart=node x']],
    [
      'cross-env NODE_ENV=production B=2 node x',
      ['Environment=NODE_ENV=production', 'Environment=B=2', 'ExecStart=node x'],
    ],
    ['cd /srv/api && node x', ['WorkingDirectory=/srv/api', 'ExecStart=node x']],
    ['cd api; ./run', ['WorkingDirectory=/srv/shop/api', 'ExecStart=/srv/shop/api/run']],
    ['cd ../api && ./run', ['WorkingDirectory=/srv/api', 'ExecStart=/srv/api/run']],
    ['nohup node x &', ['ExecStart=node x']],
    ['setsid nohup node x &', ['ExecStart=node x']],
    ['nice -n 10 node x', ['ExecStart=node x', 'Nice=10']],
    ['bash -c "cd /srv/a && exec ./b"', ['WorkingDirectory=/srv/a', 'ExecStart=/srv/a/b']],
    [
      'node x > out.log 2>&1',
      [
        'ExecStart=node x',
        'StandardOutput=truncate:/srv/shop/out.log',
        'StandardError=truncate:/srv/shop/out.log',
      ],
    ],
    [
      'node x >>/var/log/x.log',
      ['ExecStart=node x', 'StandardOutput=append:/var/log/x.log', 'StandardError=journal'],
    ],
    [
      '"/srv/my app/run" \'50%\' "$$"',
      ['ExecStart=/bin/sh -c \'exec "/srv/my app/run" \\\'50%%\\\' "$$$$"\''],
    ],
    ['./a "b c" \'$x\' d\\ e 50%', ['ExecStart=/srv/shop/a "b c" $$x "d e" 50%%']],
    [
      'PATH=/opt/bin:$PATH node x',
      [
        'Environment=PATH=/opt/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
        'ExecStart=/usr/bin/env node x',
      ],
    ],
    ['PATH=/opt/bin node x', ['Environment=PATH=/opt/bin', 'ExecStart=/usr/bin/env node x']],
    ['node x # comes back', ['ExecStart=node x']],
  ])('%s', (command, lines) => expect(linesOf(command)).toEqual(lines))
})

describe('variables', () => {
  test.each<[string, readonly string[]]>([
    ['node --port $PORT', ['ExecStart=node --port $PORT']],
    ['node "--port=$PORT"', ['ExecStart=node --port=${PORT}']],
    ['node "$A b"', ['ExecStart=node "${A} b"']],
    ['~/bin/x --to ~/y --home=$HOME/z', ['ExecStart=%h/bin/x --to %h/y --home=%h/z']],
    ['A=~/x cd', ["ExecStart=/bin/sh -c 'A=~/x cd'"]],
    ['A=~/x B=$USER y', ['Environment=A=%h/x', 'Environment=B=%u', 'ExecStart=y']],
    ["x '~/y' \\~/z", ['ExecStart=x "~/y" "~/z"']],
    ['x "$PWD/y"', ['ExecStart=x /srv/shop/y']],
  ])('of a user: %s', (command, lines) => expect(linesOf(command)).toEqual(lines))

  test.each<[string, readonly string[]]>([
    ['x --home=$HOME', ['ExecStart=x --home=${HOME}']],
    ['x ~/y', ['ExecStart=x ${HOME}/y']],
    ['~/x', ["ExecStart=/bin/sh -c 'exec ~/x'"]],
    ['cd ~/x && ./y', ["ExecStart=/bin/sh -c 'cd ~/x && exec ./y'"]],
  ])("of the system, whose own home folder is root's: %s", (command, lines) =>
    expect(linesOf(command, 'system')).toEqual(lines),
  )
})

describe('a shell gets what only a shell understands, and gives way to the program', () => {
  test.each([
    ['a | b', '/bin/sh', 'a | b'],
    ['a && b', '/bin/sh', 'a && exec b'],
    ['a || b', '/bin/sh', 'a || b'],
    ['a; B=1 c', '/bin/sh', 'a; B=1 exec c'],
    ['a *.txt', '/bin/sh', 'exec a *.txt'],
    ['a $(date +%s)', '/bin/sh', 'exec a $(date +%s)'],
    ['a ${B:-c}', '/bin/sh', 'exec a ${B:-c}'],
    ['a < in.txt', '/bin/sh', 'exec a < in.txt'],
    ['. ./env && a', '/bin/sh', '. ./env && exec a'],
    ['source env && a', '/bin/bash', 'source env && exec a'],
    ['a {b,c}', '/bin/bash', 'exec a {b,c}'],
    ['a <(b)', '/bin/bash', 'a <(b)'],
    ['a && cd /x', '/bin/sh', 'a && cd /x'],
    ['a | b &', '/bin/sh', 'a | b'],
    ['while true; do a; done', '/bin/sh', 'while true; do a; done'],
    ['a ~root/x', '/bin/sh', 'exec a ~root/x'],
  ])('%s', (command, shell, script) => {
    const [line = ''] = linesOf(command)
    const [, program, text = ''] = /^ExecStart=(\S+) -c '(.*)'$/.exec(line) ?? []
    expect(program).toBe(shell)
    const { commands } = parseCommandLine(line.slice('ExecStart='.length))
    expect(text).not.toBe('')
    expect(unquoted(commands[0]!.arguments[1]!.text)).toBe(script)
  })

  test('what comes before it is still taken out', () => {
    expect(linesOf('cd /srv/api && A=1 b | c')).toEqual([
      'WorkingDirectory=/srv/api',
      "ExecStart=/bin/sh -c 'A=1 b | c'",
    ])
  })
})

test('a program that is found is written with its path, and its folder is in front of others', () => {
  expect(linesOf('node x', 'user', '~/.nvm/v20/bin/node')).toEqual([
    'Environment=PATH=%h/.nvm/v20/bin:/usr/local/bin:/usr/bin:/bin',
    'ExecStart=%h/.nvm/v20/bin/node x',
  ])
  expect(linesOf('node x', 'user', '/usr/bin/node')).toEqual(['ExecStart=/usr/bin/node x'])
  expect(linesOf('x y', 'user', "/opt/it's/x")).toContain(
    'ExecStart=/bin/sh -c "exec \\"$$0\\" \\"$$@\\"" "/opt/it\'s/x" y',
  )
})

test('a shell looks for programs in folders of their own, too', () => {
  const answers = { command: 'a | b', directory: '/srv/shop', path: '~/.rbenv/shims:/opt/my bin' }
  expect(commandLines(answers, 'user').assignments).toContainEqual([
    'Environment',
    '"PATH=%h/.rbenv/shims:/opt/my bin:/usr/local/bin:/usr/bin:/bin"',
  ])
})

describe('a reader is told', () => {
  test.each([
    ['nohup a &', "'nohup' is gone"],
    ['a &', "The '&' is gone"],
    ['a | b', 'stays the main process because of the pipe'],
    ['a $B', 'Nothing here sets $B;'],
    ['npm start', 'npm stays in front of the program'],
  ])('about %s', (command, part) => {
    expect(commentsOn(command).replaceAll('\n# ', ' ')).toContain(part)
    expect(commentsOn(command)).toMatch(/^(?:# .*\n)+$/)
  })
  test('of where a program without a path comes from', () => {
    expect(commentsOn('a', '')).toBe(
      "# systemd looks for 'a' in /usr/local/bin, /usr/bin and their like, wherever PATH leads.\n",
    )
  })
  test('nothing where there is nothing to say', () => {
    expect(commentsOn('node server.js "$HOME"')).toBe('')
  })
})

describe('names', () => {
  test.each([
    ['A=1 nohup node x &', 'node', 'x'],
    ['bin/serve x', undefined, 'serve'],
    ['a | b', undefined, undefined],
    ['', undefined, undefined],
    ['node -r dotenv/config dist/server.mjs --port 3', 'node', 'server'],
    ["ruby -e 'p 1'", 'ruby', 'ruby'],
    ['node --', 'node', 'node'],
    ['python3 -m http.server', 'python3', 'http.server'],
    ['.venv/bin/python manage.py clearsessions', undefined, 'clearsessions'],
    ['bundle exec puma -C config/puma.rb', 'bundle', 'puma'],
    ['bin/rails db:backup', undefined, 'db:backup'],
    ['rake -T', 'rake', 'rake'],
    ['npm run worker', 'npm', 'worker'],
    ['npm start', 'npm', 'npm'],
    ['npx serve', 'npx', 'serve'],
    ['/opt/[x]/run y', undefined, undefined],
  ])('of %j', (command, bare, name) => {
    expect(bareName(command, 'user')).toBe(bare)
    expect(commandTitle(command)).toBe(name)
  })
})

describe('what makes no service is said', () => {
  test.each([
    ['', 'there is no command; write it as you would type it in a terminal'],
    ['node "x', 'a quote is opened with " and never closed; write a second one'],
    ["echo it's", "a quote is opened with ' and never closed; write a second one"],
    ['cd /srv', "'cd /srv' starts no program; write one behind it"],
    ['A=1', "'A=1' starts no program; write one behind it"],
    ['# node x', "'# node x' starts no program; write one behind it"],
    [
      'sudo -u app node x',
      'the command changes its user, and a user service has nobody to ask for a password; leave that out, or make a service of the system for it',
    ],
  ])('%j', (command, message) => expect(commandFault(command, 'user')).toBe(message))

  test('of the system, too', () => {
    const message = "the command changes its user itself; leave that out, and say who it runs as with 'user'"
    expect(commandFault('sudo node x', 'system')).toBe(message)
    expect(commandFault("su - app -c 'node x'", 'system')).toBe(message)
  })

  test.each(['node x', "echo it\\'s", "a # it's", 'a | b', 'for x in 1; do y; done'])(
    'and not %j',
    (command) => expect(commandFault(command, 'user')).toBeUndefined(),
  )
})

const nasty = fc.stringMatching(/^(?:[ "'\\%$*?[\];{}=#~|&<>()!,.é日a-z-]|🚆|%h|\$\$|\$\{A\}|~\/|\{a,b\})*$/)

/** A word as people quote it, in one of three ways. */
const quotings: readonly ((word: string) => string)[] = [
  (word) => `'${word.replaceAll("'", "'\\''")}'`,
  (word) => `"${word.replace(/["\\$`]/g, '\\$&')}"`,
  (word) => (word === '' ? "''" : word.replace(/[^\w/.,-]/gu, '\\$&')),
]

const typed = fc
  .tuple(nasty, fc.nat(quotings.length - 1))
  .map(([word, way]) => ({ word, source: quotings[way]!(word) }))

/** What systemd makes of a word without specifiers and variables. */
function unquoted(text: string): string {
  return text.replaceAll('%%', '%').replaceAll('$$', '$')
}

test('words come through as they are, whatever is in them and however they are quoted', () => {
  fc.assert(
    fc.property(fc.array(typed), (words) => {
      const line = ['/usr/bin/x', ...words.map(({ source }) => source)].join(' ')
      expect(commandFault(line, 'user')).toBeUndefined()
      const [start = ''] = linesOf(line)
      const { commands, problems } = parseCommandLine(start.slice('ExecStart='.length))
      expect(problems).toEqual([])
      expect(commands.length).toBe(1)
      expect(commands[0]!.program.text).toBe('/usr/bin/x')
      expect(commands[0]!.arguments.map(({ text }) => unquoted(text))).toEqual(words.map(({ word }) => word))
    }),
    runs(100),
  )
})

test('any line at all is read, and comes to one line', () => {
  const line = fc.stringMatching(/^[ "'\\%$*[\]{}=#~|&<>();a-z/`-]*$/)
  fc.assert(
    fc.property(line, (text) => {
      commandFault(text, 'user')
      const [start = ''] = linesOf(text).filter((each) => each.startsWith('ExecStart='))
      expect(start).not.toContain('\n')
    }),
    runs(100),
  )
})

test.each([
  ['pm2 start app.js', true],
  ['NODE_ENV=production /usr/local/bin/pm2 startOrReload x.json', true],
  ['pm2 start --no-daemon app.js', false],
  ['pm2-runtime start app.js', false],
  ['pm2 flush', false],
])('what goes into the background is refused: %s', (command, isRefused) =>
  expect(commandFault(command, 'user')?.startsWith('pm2 goes into the background') ?? false).toBe(isRefused),
)
