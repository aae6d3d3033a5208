import { expect, test } from 'vitest'
import { allFindings, checkAcross, fixedAcross } from '../testing/across.ts'
import { otherPort as rule } from './other-port.ts'

const check = (tests: string, command: string, more = '') => `-- web.monit --
check process web matching "web"
  start program = "/usr/bin/systemctl start web"
  ${tests}
-- web.service --
[Service]
ExecStart=${command}
${more}`
const isFound = (...args: Parameters<typeof check>) =>
  allFindings(check(...args)).some((each) => each.rule === rule.id)
const test3000 = 'if failed port 3000 protocol http then restart'

test('the server listens elsewhere', () =>
  checkAcross(
    rule,
    `-- web.monit --
check process web matching "web"
  start program = "/usr/bin/systemctl start web"
  if failed host 127.0.0.1 port 3000 protocol http then restart
#                               ^^^^ warning: 'web.service' listens on port 3001, not on 3000; this fails in every cycle
-- web.service --
[Service]
ExecStart=/srv/web/bin/bundle exec puma -p 3001 -C config/puma.rb
`,
  ))

test('the fix takes the only port there is', () => {
  expect(fixedAcross(rule, check(test3000, '/srv/bin/gunicorn -b :8000 app'))).toContain('port 8000')
  expect(fixedAcross(rule, check(test3000, '/srv/bin/gunicorn -b :8000 -b [::1]:8001 app'))).toBeUndefined()
})

test.each([
  ['/srv/bin/gunicorn --bind=0.0.0.0:8000 app', true],
  ['/srv/bin/uvicorn app:app --port 8000', true],
  ['/srv/bin/puma -b tcp://[::]:9292?backlog=9', true],
  ['/srv/bin/gunicorn --bind=0.0.0.0:3000 app', false],
  ['/srv/bin/puma -p3000', false],
  ['/srv/bin/gunicorn -b :8000 -c conf.py app', false],
  ['/srv/bin/gunicorn -b :$PORT app', false],
  ['/srv/bin/gunicorn -b :8000 $MORE app', false],
  ['/srv/bin/puma -b unix:///run/web.sock', false],
  ['/srv/bin/puma -p 8000 --control-url tcp://:9', false],
  ['/srv/bin/unknown -p 8000', false],
])('%s: %s', (command, found) => expect(isFound(test3000, command)).toBe(found))

test('silent where the port is tested among others, is of another machine, or of a socket unit', () => {
  const command = '/srv/bin/uvicorn app:app --port 8000'
  expect(isFound('if failed port 8000 then restart\n  if failed port 9394 then alert', command)).toBe(false)
  expect(isFound('if failed host db.example.com port 3000 then alert', command)).toBe(false)
  expect(isFound('if failed port 3000 type udp then alert', command)).toBe(false)
  expect(isFound('if failed port 3000 type tcp then alert', command)).toBe(true)
  expect(isFound('if succeeded port 3000 then alert', command)).toBe(false)
  expect(isFound('if failed port <%= port %> then alert', command)).toBe(false)
  const socket = '-- web.socket --\n[Socket]\nListenStream=127.0.0.1:3000\n'
  expect(isFound(test3000, command, socket)).toBe(false)
  expect(isFound(test3000, command, socket.replace('3000', '3001'))).toBe(true)
  expect(isFound(test3000, command, socket.replace('3000', '%i'))).toBe(false)
})
