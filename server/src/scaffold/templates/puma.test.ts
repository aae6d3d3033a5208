// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of a Procfile, not of ours
import { expect, test } from 'vitest'
import { completeAnswers } from '../answers.ts'
import type { Answers, Template } from '../template.ts'
import { someFacts } from '../testing/combinations.ts'
import { pumaSystem } from './puma-system.ts'
import { pumaUser } from './puma-user.ts'

/** A unit that comes of answers. */
function fileOf(listen: string, type: string): string {
  const completed = completeAnswers(pumaUser, someFacts, { socket: 'yes', listen })
  if (completed.kind === 'incomplete') throw new Error(completed.problems[0]?.message)
  return pumaUser.render(completed.answers).files.find(({ path }) => path.endsWith(type))?.text ?? ''
}

test('connections come to Puma with their request, since it hangs up on the others when it restarts', () => {
  expect(fileOf('127.0.0.1:3000', '.socket')).toMatchInlineSnapshot(`
    "[Unit]
    Description=Socket of shop

    [Socket]
    ListenStream=127.0.0.1:3000
    NoDelay=yes
    DeferAcceptSec=5

    [Install]
    WantedBy=sockets.target
    "
  `)
})

test.each([
  ['127.0.0.1:3000', 'tcp://127.0.0.1:3000'],
  ['[0:0:0::1]:3000', 'tcp://[::1]:3000'],
  ['/run/user/1000/shop.sock', 'unix:///run/user/1000/shop.sock'],
])(
  'Puma is told to listen on what the socket unit has, by which it finds it after a hot restart, too: %s',
  (listen, bind) => {
    expect(fileOf(listen, '.service').replaceAll('"', '')).toContain(` -b ${bind}\n`)
  },
)

test('a socket in a folder has no such options', () => {
  expect(fileOf('/run/user/1000/shop.sock', '.socket')).not.toMatch(/NoDelay|DeferAcceptSec/)
})

test('the folder of the pid file is made, as whoever runs Puma', () => {
  const answers = { monit: 'yes', pidfile: '/srv/my shop/tmp/web.pid' }
  const commands = (template: Template, set: Answers) => {
    const completed = completeAnswers(template, someFacts, { ...set, user: 'deploy' })
    if (completed.kind === 'incomplete') throw new Error(completed.problems[0]?.message)
    return template.render(completed.answers).nextSteps.map(({ command }) => command)
  }
  expect(commands(pumaUser, answers)).toContain("mkdir -p -- '/srv/my shop/tmp'")
  expect(commands(pumaSystem, answers)).toContain("sudo -u deploy mkdir -p -- '/srv/my shop/tmp'")
  expect(commands(pumaSystem, { monit: 'no' }).join()).not.toContain('mkdir')
})

test('a folder of the pid file right in /run is made by systemd', () => {
  const set = { monit: 'yes', pidfile: '/run/shop/web.pid', user: 'deploy' }
  const completed = completeAnswers(pumaSystem, someFacts, set)
  if (completed.kind === 'incomplete') throw new Error(completed.problems[0]?.message)
  const { files, nextSteps } = pumaSystem.render(completed.answers)
  expect(files[0]!.text).toContain('\nRuntimeDirectory=shop\nRuntimeDirectoryPreserve=yes\n')
  expect(nextSteps.map(({ command }) => command).join()).not.toContain('mkdir')
})

test.each([
  ['bundle exec puma -C config/puma.rb', undefined],
  ['bundle exec puma -e $RACK_ENV -p ${PORT:-3000} --config=x.rb', undefined],
  ['env A=b bin/puma -t 8:32 -w 3 -p $PORT', '-t 8:32 -w 3'],
  ["puma -S 'a b'", '-S a b'],
  ['puma -C config/puma.rb config.ru 2>&1 | tee log', undefined],
  ['bundle exec puma -w 2 && echo ended', '-w 2'],
  ['bin/rails server -p $PORT', undefined],
  ['node puma.js', undefined],
])('what the Procfile alone tells Puma is said: %s', (webCommand, said) => {
  const app = {
    ...someFacts.app,
    webCommand,
    puma: { ...someFacts.app.puma, file: 'config/puma.rb', binds: ['tcp://0.0.0.0:3000'], notes: [] },
  }
  expect(pumaUser.notes?.({ ...someFacts, app })).toEqual(
    said === undefined
      ? []
      : [`the Procfile starts Puma with '${said}', and the service does not; say it in config/puma.rb`],
  )
})
