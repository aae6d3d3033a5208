import { expect, test } from 'vitest'
import { allFindings, checkAcross, fixedAcross } from '../testing/across.ts'
import { twoSupervisors as rule } from './two-supervisors.ts'

const check = (restart: string, more = '') => `-- web.monit --
check process web matching "web"
  start program = "/usr/bin/systemctl start web.service"
  stop program = "/usr/bin/systemctl stop web.service"${more}
-- web.service --
[Service]
ExecStart=/srv/web/run
${restart}
`
const isFound = (...args: Parameters<typeof check>) =>
  allFindings(check(...args)).some((each) => each.rule === rule.id)

test('both start it without an end', () =>
  checkAcross(
    rule,
    `-- web.monit --
check process web matching "web"
  start program = "/usr/bin/systemctl start web.service"
#                                           ^^^^^^^^^^^ information: systemd itself starts 'web.service' again whenever it ends ('Restart=always'), and monit does so too, without an end; 'if 5 restarts within 30 cycles then unmonitor' gives it one
-- web.service --
[Service]
ExecStart=/srv/web/run
Restart=always
`,
  ))

test('the fix adds a limit at the end of the check', () =>
  expect(fixedAcross(rule, check('Restart=always'))).toBe(`check process web matching "web"
  start program = "/usr/bin/systemctl start web.service"
  stop program = "/usr/bin/systemctl stop web.service"
  if 5 restarts within 30 cycles then unmonitor
`))

test('silent with a limit, another restart policy, or where monit only looks', () => {
  expect(isFound('Restart=always', '\n  if 3 restarts within 10 cycles then timeout')).toBe(false)
  expect(isFound('Restart=on-failure')).toBe(false)
  expect(isFound('Restart=always\nRestart=no')).toBe(false)
  expect(isFound('Restart=always', '\n  mode passive')).toBe(false)
  expect(isFound('Restart=always', '\n  mode active')).toBe(true)
})
