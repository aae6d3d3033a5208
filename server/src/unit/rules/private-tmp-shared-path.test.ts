import { expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { privateTmpSharedPath } from './private-tmp-shared-path.ts'

const count = (lines: string, options = {}) =>
  findingsOf(privateTmpSharedPath, `[Service]\n${lines}\n`, options).length
const gunicorn = 'ExecStart=/srv/venv/bin/gunicorn'

test('a socket that nobody outside finds', () =>
  checkRule(
    privateTmpSharedPath,
    `
[Service]
ExecStart=/srv/venv/bin/gunicorn --bind unix:/tmp/web.sock web
#                                            ^^^^^^^^^^^^^ warning: '/tmp/web.sock' is in a '/tmp' that only this service sees (PrivateTmp=yes): nginx and other programs outside do not find the socket
PrivateTmp=yes
`,
  ))

test('a PID file that systemd does not find', () =>
  checkRule(
    privateTmpSharedPath,
    `
[Service]
Type=forking
ExecStart=/srv/run
PIDFile=/tmp/web.pid
#       ^^^^^^^^^^^^ error: '/tmp/web.pid' is in a '/tmp' that only this service sees (PrivateTmp=on): systemd does not find the PID file, and the start times out
PrivateTmp=on
`,
  ))

test.each([
  `PrivateTmp=disconnected\n${gunicorn} -b unix:/tmp/a web`,
  `DynamicUser=yes\n${gunicorn} -b unix:/var/tmp/a web`,
  `PrivateTmp=yes\n${gunicorn} --pid %T/web.pid web`,
  `PrivateTmp=yes\n${gunicorn} --error-logfile=/tmp/web.log web`,
  'PrivateTmp=yes\nExecStart=/usr/bin/puma -S /tmp/puma.state',
])('%j is found', (lines) => expect(count(lines)).toBe(1))

test.each([
  `${gunicorn} -b unix:/tmp/a web`,
  `PrivateTmp=no\n${gunicorn} -b unix:/tmp/a web`,
  `PrivateTmp=yes\n${gunicorn} -b unix:/run/tmp/a web`,
  `PrivateTmp=yes\nBindPaths=/srv/tmp:/tmp\n${gunicorn} -b unix:/tmp/a web`,
  `PrivateTmp=yes\nExecStart=/srv/run\nPIDFile=/tmp/web.pid`,
  'PrivateTmp=yes\nExecStart=+/srv/run --pidfile /tmp/web.pid',
  `[Unit]\nJoinsNamespaceOf=nginx.service\n[Service]\nPrivateTmp=yes\n${gunicorn} -b unix:/tmp/a web`,
])('%j is fine', (lines) => expect(count(lines)).toBe(0))

test('a user’s manager may not be able to', () =>
  expect(count(`PrivateTmp=yes\n${gunicorn} -b unix:/tmp/a web`, { instance: 'user' })).toBe(0))

test('the fix moves it to a folder of the service, where there is none yet', () => {
  const lines = `[Service]\n${gunicorn} --bind unix:/tmp/a.sock web\nPrivateTmp=yes\n`
  checkFix(
    privateTmpSharedPath,
    lines,
    `[Service]\n${gunicorn} --bind unix:/run/web/a.sock web\nPrivateTmp=yes\nRuntimeDirectory=web\n`,
  )
  const [finding] = findingsOf(privateTmpSharedPath, `${lines}RuntimeDirectory=x\n`)
  expect(finding?.fixes).toEqual([])
})
