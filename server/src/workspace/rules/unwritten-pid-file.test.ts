import { expect, test } from 'vitest'
import { allFindings, checkAcross, fixedAcross } from '../testing/across.ts'
import { unwrittenPidFile as rule } from './unwritten-pid-file.ts'

const check = (unit: string, path = '/run/web.pid', more = '') => `-- web.monit --
check process web with pidfile ${path}
  start program = "/usr/bin/systemctl start web"${more}
-- web.service --
[Service]
${unit}
`
const isFound = (literal: string) => allFindings(literal).some((each) => each.rule === rule.id)

test('a server that writes none', () =>
  checkAcross(
    rule,
    `-- web.monit --
check process web with pidfile /run/web.pid
#                              ^^^^^^^^^^^^ warning: nothing in 'web.service' writes '/run/web.pid': systemd keeps no pid file with Type=notify, and 'sidekiq' writes none; without it monit takes the service for dead and starts it again and again
  start program = "/usr/bin/systemctl start web"
-- web.service --
[Service]
Type=notify
ExecStart=/usr/local/bin/bundle exec sidekiq
`,
  ))

test('PIDFile= writes no file either', () =>
  checkAcross(
    rule,
    `-- web.monit --
check process web with pidfile /run/web.pid
#                              ^^^^^^^^^^^^ warning: nothing in 'web.service' writes '/run/web.pid': 'PIDFile=' only names a file for systemd to read, and 'uvicorn' writes none; without it monit takes the service for dead and starts it again and again
  start program = "/usr/bin/systemctl start web"
-- web.service --
[Service]
PIDFile=/run/web.pid
ExecStart=/srv/web/bin/uvicorn app:app
`,
  ))

test('a user who may not write there', () => {
  expect(isFound(check('User=deploy\nExecStart=/srv/web/run'))).toBe(true)
  expect(isFound(check('DynamicUser=yes\nExecStart=/srv/web/run', '/var/run/web.pid'))).toBe(true)
  expect(isFound(check('User=root\nExecStart=/srv/web/run'))).toBe(false)
  expect(isFound(check('User=deploy\nExecStart=+/srv/web/run'))).toBe(false)
  expect(isFound(check('User=deploy\nExecStart=/srv/web/run', '/run/web/web.pid'))).toBe(false)
})

test('gunicorn may have a file of its own, so that this is milder', () => {
  const found = allFindings(check('ExecStart=/srv/web/bin/gunicorn app:app'))
  expect(found.find((each) => each.rule === rule.id)?.severity).toBe('information')
  expect(isFound(check('ExecStart=/srv/web/bin/gunicorn -c conf.py app:app'))).toBe(false)
})

test.each([
  ['a daemon with a configuration', 'ExecStart=/usr/sbin/nginx'],
  ['a forking service', 'Type=forking\nExecStart=/srv/web/bin/uvicorn app:app'],
  ['an option', 'ExecStart=/srv/web/bin/uvicorn app:app --pidfile /run/web.pid'],
  [
    'a command before it',
    'ExecStartPre=/bin/sh -c "echo $$$$ >/run/web.pid"\nExecStart=/srv/web/bin/uvicorn app',
  ],
  ['another PIDFile=', 'PIDFile=/run/other.pid\nExecStart=/srv/web/bin/uvicorn app:app'],
  [
    'PIDFile= and a server that may know of it',
    'PIDFile=/run/web.pid\nExecStart=/srv/web/bin/gunicorn app:app',
  ],
  ['a variable', 'ExecStart=/srv/web/bin/uvicorn $OPTIONS'],
  ['a template tag', '<% if x %>\nPIDFile=/run/web.pid\n<% end %>\nExecStart=/srv/web/bin/uvicorn app'],
  ['nothing but a header', ''],
])('silent: %s', (_, unit) => expect(isFound(check(unit))).toBe(false))

test('silent where the path is a tag, another check starts the same unit, or a drop-in tells', () => {
  const unit = 'ExecStart=/srv/web/bin/uvicorn app:app'
  expect(isFound(check(unit))).toBe(true)
  expect(isFound(check(unit, '<%= pidfile %>'))).toBe(false)
  const other =
    '\ncheck process web-worker with pidfile /run/w.pid\n  start program = "/bin/systemctl start web.service"'
  expect(isFound(check(unit, '/run/web.pid', other))).toBe(false)
  expect(isFound(`${check(unit)}-- web.service.d/pid.conf --\n[Service]\nType=forking\n`)).toBe(false)
  expect(isFound(`${check(unit)}-- other/web.service --\n[Service]\nType=forking\n`)).toBe(false)
})

test('the fix matches the command line, written for an extended expression', () => {
  expect(
    fixedAcross(rule, check('ExecStart=/srv/web/bin/uvicorn app.main:app --root-path /a+b $X')),
  ).toBeUndefined()
  expect(fixedAcross(rule, check('ExecStart=/srv/web/bin/uvicorn app.main:app --root-path /a+b'))).toBe(
    `check process web with matching "/srv/web/bin/uvicorn app\\.main:app --root-path /a\\+b"
  start program = "/usr/bin/systemctl start web"
`,
  )
  expect(fixedAcross(rule, check('ExecStart=/usr/bin/env uvicorn app:app'))).toBeUndefined()
})
