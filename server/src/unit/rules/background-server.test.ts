import { describe, expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { backgroundServer as rule } from './background-server.ts'

const severities = (lines: string, options = {}) =>
  findingsOf(rule, `[Service]\n${lines}\n`, options).map(({ severity }) => severity)

describe('in the background', () => {
  test.each([
    "ExecStart=/usr/sbin/nginx -g 'daemon on; master_process on;'",
    'ExecStart=/usr/sbin/httpd -k start',
    'ExecStart=/usr/sbin/httpd',
    'ExecStart=/usr/sbin/apache2ctl start',
    'ExecStart=/usr/bin/pm2 start app.js',
    'ExecStart=/usr/bin/node /usr/lib/node_modules/pm2/bin/pm2 resurrect',
    "ExecStart=/bin/sh -c 'cd /srv; exec pm2 start app.js'",
  ])('%s', (line) => expect(severities(line)).toEqual(['error']))

  test.each(['ExecStart=/usr/sbin/nginx', 'ExecStart=nginx -c /srv/nginx.conf -g "user www;"'])(
    '%s, unless the configuration says otherwise',
    (line) => expect(severities(line)).toEqual(['information']),
  )
})

describe('in front, or not to be told', () => {
  test.each([
    "ExecStart=/usr/sbin/nginx -g 'daemon off;'",
    "ExecStart=/usr/sbin/nginx '-gpid /run/n.pid; daemon off;'",
    'ExecStart=/usr/sbin/nginx -t',
    'ExecStart=/usr/sbin/nginx $NGINX_OPTIONS',
    'ExecStart=/usr/sbin/httpd -k start -DFOREGROUND',
    'ExecStart=/usr/sbin/apachectl -D FOREGROUND',
    'ExecStart=/usr/sbin/httpd -k graceful',
    'ExecStart=/usr/sbin/httpd -f -p 80',
    'ExecStart=/usr/sbin/httpd -fv',
    'ExecStart=/usr/bin/pm2 start --no-daemon app.js',
    'ExecStart=/usr/bin/pm2 logs',
    'ExecStart=/usr/bin/pm2-runtime app.js',
    'ExecStart=/usr/bin/node app.js',
  ])('%s', (line) => expect(severities(line)).toEqual([]))

  test('an Apache configuration is no word about the foreground', () =>
    expect(severities('ExecStart=/usr/sbin/httpd -f /etc/httpd.conf')).toEqual(['error']))

  test.each(['Type=forking', 'Type=oneshot', 'RemainAfterExit=yes', 'ExitType=cgroup'])('%s', (line) =>
    expect(severities(`${line}\nExecStart=/usr/sbin/apachectl start`)).toEqual([]),
  )

  test('in a drop-in the type is elsewhere', () =>
    expect(severities('ExecStart=/usr/sbin/nginx', { file: 'web.service.d/x.conf' })).toEqual([]))
})

test('says what becomes of it', () =>
  checkRule(
    rule,
    `
[Service]
ExecStart=/usr/sbin/nginx
#         ^^^^^^^^^^^^^^^ information: nginx goes into the background unless its configuration says 'daemon off;'; systemd would take the service for ended and kill it
`,
  ))

describe('mended', () => {
  test('by an option', () =>
    checkFix(
      rule,
      '[Service]\nExecStart=/usr/sbin/nginx -c /srv/nginx.conf\n',
      "[Service]\nExecStart=/usr/sbin/nginx -c /srv/nginx.conf -g 'daemon off;'\n",
    ))
  test('by the type', () => {
    const title = 'Set Type=forking'
    checkFix(
      rule,
      '[Service]\nExecStart=/usr/sbin/apachectl start\n',
      '[Service]\nExecStart=/usr/sbin/apachectl start\nType=forking\n',
      { title },
    )
    checkFix(
      rule,
      '[Service]\nType=simple\nExecStart=/usr/bin/pm2 start app.js\n',
      '[Service]\nType=forking\nExecStart=/usr/bin/pm2 start app.js\n',
      { title },
    )
  })
})
