import { expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { shellExpansion } from './shell-expansion.ts'

const count = (line: string) => findingsOf(shellExpansion, `[Service]\n${line}\n`).length

test('a pattern stays one', () =>
  checkRule(
    shellExpansion,
    `
[Service]
ExecStartPre=-/bin/rm -f /run/web/*.pid
#                        ^^^^^^^^^^^^^^ error: no shell reads this line, so 'rm' looks for a file that is called '/run/web/*.pid'
`,
  ))

test('so does the sign of a home', () =>
  checkRule(
    shellExpansion,
    `
[Service]
ExecStart=/srv/run --config=~/web.toml
#                           ^ warning: no shell reads this line, so 'run' gets '~' as it stands, and not the home
`,
  ))

test.each([
  'ExecStart=/srv/run ~/app',
  'ExecStart=/srv/run ~',
  'ExecStartPre=/usr/bin/cat /etc/web.d/?.conf',
  'ExecStartPre=/usr/bin/chown deploy /srv/web/[ab]',
  'ExecStartPre=/usr/bin/rm -rf %S/web/*',
])('%s is found', (line) => expect(count(line)).toBe(1))

test.each([
  "ExecStart=/bin/sh -c 'rm -f /run/web/* ~/x'",
  'ExecStart=/bin/rm -f "/run/web/*"',
  'ExecStart=/usr/bin/find /srv -name *.conf -path /srv/*/x',
  'ExecStart=/usr/bin/java -cp /srv/lib/* Main',
  'ExecStart=/srv/run --devices /dev/input/event*',
  'ExecStart=/usr/bin/chmod u=rwX,g=r* /srv',
  'ExecStart=/usr/bin/ssh -i ~/.ssh/key host',
  'ExecStart=/srv/run a~b ~deploy http://x/~u/',
  'ExecStart=|rm -f /run/web/*',
])('%s is fine', (line) => expect(count(line)).toBe(0))

test('the fixes: a shell, or in a user unit the specifier of the home', () => {
  checkFix(
    shellExpansion,
    '[Service]\nExecStartPre=-/bin/rm -f /run/web/*.pid\n',
    "[Service]\nExecStartPre=-/bin/sh -c '/bin/rm -f /run/web/*.pid'\n",
  )
  checkFix(
    shellExpansion,
    '[Service]\nExecStart=/srv/run --config=~/web.toml\n',
    '[Service]\nExecStart=/srv/run --config=%h/web.toml\n',
    { instance: 'user' },
  )
})
