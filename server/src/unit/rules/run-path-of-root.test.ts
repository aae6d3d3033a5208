import { expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { runPathOfRoot as rule } from './run-path-of-root.ts'

test('a socket', () =>
  checkRule(
    rule,
    `
[Service]
User=deploy
ExecStart=/srv/venv/bin/gunicorn -b unix:/run/web.sock app
#                                        ^^^^^^^^^^^^^ error: the service runs as 'deploy', who may not make files in '/run': the server can't open its socket there and ends
`,
  ))

test('a PID file', () =>
  checkRule(
    rule,
    `
[Service]
User=deploy
RuntimeDirectory=web
ExecStart=/srv/venv/bin/puma --pidfile /var/run/web.pid -b unix:///run/web/web.sock
#                                      ^^^^^^^^^^^^^^^^ error: the service runs as 'deploy', who may not make files in '/run': the PID file can't be written
`,
  ))

test.each([
  'User=root\nExecStart=/srv/venv/bin/gunicorn -b unix:/run/web.sock app',
  'ExecStart=/srv/venv/bin/gunicorn -b unix:/run/web.sock app',
  'User=deploy\nExecStart=/srv/venv/bin/gunicorn -b unix:/run/web/web.sock app',
  'User=deploy\nExecStart=/srv/venv/bin/gunicorn --access-logfile /run/web.log app',
  'User=deploy\nExecStart=+/srv/venv/bin/gunicorn -b unix:/run/web.sock app',
  'User=deploy\nExecStart=!/srv/venv/bin/gunicorn -b unix:/run/web.sock app',
  'User=deploy\nAmbientCapabilities=CAP_DAC_OVERRIDE\nExecStart=/srv/venv/bin/gunicorn -b unix:/run/web.sock app',
  'User=deploy\nSockets=web.socket\nExecStart=/srv/venv/bin/gunicorn -b unix:/run/web.sock app',
  // Of these users the sandbox tells.
  'DynamicUser=yes\nExecStart=/srv/venv/bin/gunicorn -b unix:/run/web.sock app',
  'User=%i\nExecStart=/srv/venv/bin/gunicorn -b unix:/run/web.sock app',
  'User=deploy\nExecStart=/srv/venv/bin/gunicorn -b unix:/run/lock/web.sock app',
])('silent: %j', (lines) => expect(findingsOf(rule, `[Service]\n${lines}\n`)).toEqual([]))

test('the fix has systemd make a folder', () =>
  checkFix(
    rule,
    '[Service]\nUser=deploy\nExecStart=/srv/venv/bin/gunicorn -b unix:/run/web.sock app\n',
    '[Service]\nUser=deploy\nExecStart=/srv/venv/bin/gunicorn -b unix:/run/web/web.sock app\nRuntimeDirectory=web\n',
  ))
