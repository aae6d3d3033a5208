import { expect, test } from 'vitest'
import { allFindings, checkAcross, fixedAcross } from '../testing/across.ts'
import { shortStartTimeout as rule } from './short-start-timeout.ts'

const check = (unit: string, behind = '', above = '') => `-- web.monit --
${above}check process web matching "web"
  start program = "/usr/bin/systemctl start web"${behind}
-- web.service --
[Service]
ExecStart=/srv/web/run
${unit}
`
const isFound = (...args: Parameters<typeof check>) =>
  allFindings(check(...args)).some((each) => each.rule === rule.id)

test('monit has its default, and so has systemd', () =>
  checkAcross(
    rule,
    `-- web.monit --
check process web matching "web"
  start program = "/usr/bin/systemctl start web"
# ^^^^^ information: monit waits 30 s, as nothing else is said here, for a start that systemd gives 90 s (the default of 'TimeoutStartSec=' of 'web.service'); it may say 'failed to start' and start again too early
-- web.service --
[Service]
Type=notify
ExecStart=/srv/web/run
`,
  ))

test('the fix writes the time behind the command and its user, or in place of the one there', () => {
  expect(fixedAcross(rule, check('Type=forking\nTimeoutStartSec=2min', ' as uid "a" and gid "b"'))).toBe(
    'check process web matching "web"\n  start program = "/usr/bin/systemctl start web" as uid "a" and gid "b" with timeout 120 seconds\n',
  )
  expect(fixedAcross(rule, check('Type=notify\nTimeoutSec=150', ' with timeout 60 seconds'))).toBe(
    'check process web matching "web"\n  start program = "/usr/bin/systemctl start web" with timeout 150 seconds\n',
  )
})

test.each([
  ['a time that is long enough', 'Type=notify', ' with timeout 90 seconds'],
  ['a start that takes no time', 'TimeoutStartSec=300', ''],
  ['no limit', 'Type=notify\nTimeoutStartSec=infinity', ''],
  ['0, which is no limit', 'Type=notify\nTimeoutStartSec=0', ''],
  ['a service that ends by itself', 'Type=oneshot\nTimeoutStartSec=300', ''],
  ['a tag', 'Type=<%= type %>', ''],
])('silent: %s', (_, unit, behind) => expect(isFound(unit, behind)).toBe(false))

test('commands before a simple service count, and so does what the limits say', () => {
  expect(isFound('ExecStartPre=/srv/web/migrate\nTimeoutStartSec=300')).toBe(true)
  expect(isFound('Type=notify', '', 'set limits { stopTimeout: 9 seconds }\n')).toBe(true)
  expect(isFound('Type=notify', '', 'set limits { startTimeout: 9 seconds }\n')).toBe(false)
})
