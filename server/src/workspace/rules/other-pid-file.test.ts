import { expect, test } from 'vitest'
import { allFindings, checkAcross, fixedAcross } from '../testing/across.ts'
import { otherPidFile as rule } from './other-pid-file.ts'

const check = (path: string, unit: string, command = 'systemctl start web') => `-- web.monit --
check process web with pidfile ${path}
  start program = "/usr/bin/${command}"
-- web.service --
[Service]
${unit}
`
const isFound = (...args: Parameters<typeof check>) =>
  allFindings(check(...args)).some((each) => each.rule === rule.id)

test('the unit names another file', () =>
  checkAcross(
    rule,
    `-- web.monit --
check process web with pidfile "/run/web/web.pid"
#                              ^^^^^^^^^^^^^^^^^^ warning: the pid file of 'web.service' is '/run/web.pid', by 'PIDFile='; monit finds none here and takes the service for dead
  start program = "/usr/bin/systemctl start web"
-- web.service --
[Service]
Type=forking
PIDFile=web.pid
ExecStart=/srv/web/run
`,
  ))

test('the fix takes the path of the unit, in the quotes that are there', () => {
  expect(fixedAcross(rule, check('"/run/a.pid"', 'PIDFile=%t/%N.pid\nExecStart=/srv/web/run'))).toBe(
    'check process web with pidfile "/run/web.pid"\n  start program = "/usr/bin/systemctl start web"\n',
  )
})

test.each([
  ['/var/run/web.pid', 'PIDFile=/run/web.pid\nExecStart=/srv/web/run'],
  ['/run//web.pid', 'PIDFile=%t/%p.pid\nExecStart=/srv/web/run'],
  ['/srv/app/current/tmp/web.pid', 'PIDFile=/srv/app/shared/tmp/web.pid\nExecStart=/srv/web/run'],
  ['/srv/x/web.pid', 'PIDFile=%h/web.pid\nExecStart=/srv/web/run'],
  ['/run/b.pid', 'PIDFile=<%= path %>\nExecStart=/srv/web/run'],
  ['/run/b.pid', 'ExecStart=/srv/web/bin/gunicorn --pid web.pid app:app'],
  ['/run/b.pid', 'ExecStart=/srv/web/bin/gunicorn --pid $PIDFILE app:app'],
  ['/run/b.pid', 'PIDFile=/run/a.pid\nExecStart=/srv/web/bin/gunicorn --pid /run/b.pid app:app'],
])('silent: %s and %j', (path, unit) => expect(isFound(path, unit)).toBe(false))

test('an option of the server counts like PIDFile=', () => {
  const unit = 'ExecStart=/srv/web/bin/gunicorn --pid=/run/web/g.pid app:app'
  expect(isFound('/run/web/g.pid', unit)).toBe(false)
  expect(isFound('/run/g.pid', unit)).toBe(true)
})

test('an instance is told apart by its name, and a user by the folder of runtime files', () => {
  const template = (path: string, start: string) => `-- web.monit --
check process web with pidfile ${path}
  start program = "${start}"
-- web@.service --
[Service]
PIDFile=%t/web-%i.pid
ExecStart=/srv/web/run
`
  const found = (...args: Parameters<typeof template>) =>
    allFindings(template(...args)).some((each) => each.rule === rule.id)
  expect(found('/run/web-1.pid', '/bin/systemctl start web@1')).toBe(false)
  expect(found('/run/web-2.pid', '/bin/systemctl start web@1')).toBe(true)
  const script = "/bin/bash -c 'XDG_RUNTIME_DIR=/run/user/$(id -u) /usr/bin/systemctl --user start web@1'"
  expect(found('/run/user/1000/web-1.pid', script)).toBe(false)
  expect(found('/run/web-1.pid', script)).toBe(true)
})
