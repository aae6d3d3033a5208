import { expect, test } from 'vitest'
import { allFindings, checkAcross, fixedAcross } from '../testing/across.ts'
import { startedPastSystemd as rule } from './started-past-systemd.ts'

const check = (start: string, unit: string, name = 'web.service') => `-- web.monit --
check process web with pidfile /run/web.pid
  start program = "${start}"
-- ${name} --
[Service]
${unit}
`
const isFound = (...args: Parameters<typeof check>) =>
  allFindings(check(...args)).some((each) => each.rule === rule.id)
const unit = 'ExecStart=/srv/web/run --pidfile /run/web.pid\nRestart=on-failure'

test('an init script, where there is a unit', () =>
  checkAcross(
    rule,
    `-- web.monit --
check process web with pidfile /run/web.pid
  start program = "/etc/init.d/web start"
#                  ^^^^^^^^^^^^^^^ information: unless this script hands over to systemd, as those of Debian do, systemd doesn't know of what it starts, and with 'Restart=on-failure' in 'web.service' it starts the same; '/usr/bin/systemctl start web' leaves it to systemd
-- web.service --
[Service]
ExecStart=/srv/web/run
Restart=on-failure
`,
  ))

test('the same command, in the background', () => {
  expect(isFound('/srv/web/run --daemon --pidfile /run/web.pid', unit)).toBe(true)
  expect(allFindings(check('/srv/web/run --pidfile /run/web.pid', unit))).toContainEqual(
    expect.objectContaining({ rule: rule.id, severity: 'warning' }),
  )
  expect(fixedAcross(rule, check('/srv/web/run --pidfile /run/web.pid', unit))).toBe(
    'check process web with pidfile /run/web.pid\n  start program = "/usr/bin/systemctl start web"\n',
  )
})

test('silent where the command is another one, the unit is not restarted, or a user has it', () => {
  expect(isFound('/srv/web/run --pidfile /run/other.pid', unit)).toBe(false)
  expect(isFound('/usr/bin/node /srv/a.js', 'ExecStart=/usr/bin/node /srv/b.js\nRestart=always')).toBe(false)
  expect(isFound('/etc/init.d/web start', 'ExecStart=/srv/web/run')).toBe(false)
  expect(isFound('/etc/init.d/web start', 'ExecStart=/srv/web/run\nRestart=no')).toBe(false)
  expect(isFound('/etc/init.d/web status', unit)).toBe(false)
  expect(isFound('/srv/web/run --pidfile /run/web.pid', unit, 'systemd/user/web.service')).toBe(false)
  expect(isFound('/srv/<%= app %>/run', 'ExecStart=/srv/<%= app %>/run\nRestart=always')).toBe(false)
})
