import { describe, expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { readOnlyPathWritten } from './read-only-path-written.ts'

const found = (lines: string, options = {}) =>
  findingsOf(readOnlyPathWritten, `[Service]\n${lines}\n`, options)
const count = (lines: string, options = {}) => found(lines, options).length
const puma = 'ExecStart=/usr/bin/bundle exec puma -b unix:///run/web/puma.sock?umask=0111'
const gunicorn = 'ExecStart=/srv/venv/bin/gunicorn'

test('a socket, and what keeps the server from it', () =>
  checkRule(
    readOnlyPathWritten,
    `
[Service]
ExecStart=/usr/bin/puma -b unix:///run/web/puma.sock?umask=0111
#                                 ^^^^^^^^^^^^^^^^^^ error: '/run/web/puma.sock' is read-only for the service because of ProtectSystem=strict: the server can't open its socket there and ends
ProtectSystem=strict
`,
  ))

describe('strict', () => {
  test.each([
    `${gunicorn} --pid=/run/web.pid web`,
    `${gunicorn} -p /srv/web/tmp/web.pid web`,
    `${gunicorn} --access-logfile /var/log/web/a.log web`,
    'ExecStart=/usr/sbin/nginx -g "daemon off; pid /var/run/web.pid;"',
    'ExecStart=/usr/bin/redis-server --unixsocket /run/redis/s.sock',
    "ExecStart=/bin/sh -c 'exec /srv/run >> /var/log/web.log 2>&1'",
    "ExecStart=/bin/sh -c 'cd /srv && exec gunicorn -b unix:/srv/web.sock web'",
    'ExecStart=/srv/run --pidfile %t/web.pid',
    'ExecStart=/srv/venv/bin/uvicorn --uds /run/web.sock web:app',
    'StateDirectory=%p\nExecStart=/srv/run --pidfile /run/%p.pid',
    'Type=forking\nExecStart=/srv/run\nPIDFile=web/web.pid',
  ])('keeps from writing to %s', (line) => expect(count(`ProtectSystem=strict\n${line}`)).toBe(1))

  test.each([
    `${gunicorn} --bind 0.0.0.0:8000 --log-file - web`,
    `${gunicorn} --pid /run/../srv/web.pid web`,
    `RuntimeDirectory=web\n${gunicorn} --pid /run/%p/web.pid web`,
    `${gunicorn} -c /etc/web/gunicorn.py --pid $PIDFILE web`,
    `${gunicorn} --pid /home/deploy/web.pid web`,
    `${gunicorn} --access-logfile /dev/stdout web`,
    'ExecStart=+/srv/run --pidfile /run/web.pid',
    'Type=forking\nExecStart=+/srv/run\nPIDFile=/run/web.pid',
    'ExecStart=/srv/run\nPIDFile=/run/web.pid',
    'ExecStart=/srv/run\nStandardOutput=append:/var/log/web.log',
  ])('lets be %s', (line) => expect(count(`ProtectSystem=strict\n${line}`)).toBe(0))
})

describe('what is writable all the same', () => {
  test.each([
    'RuntimeDirectory=other web',
    'RuntimeDirectory=web:alias',
    'ReadWritePaths=-/run/web',
    'ReadWritePaths=%t/web',
    'BindPaths=/srv/x:/run/web',
    'TemporaryFileSystem=/run:mode=0755',
    'RuntimeDirectory=%p',
    'RootDirectory=/srv/root',
    'Sockets=web.socket',
    'ProtectSystem=full',
  ])('with %s', (line) => expect(count(`ProtectSystem=strict\n${line}\n${puma}`)).toBe(0))
  test('a private /tmp', () =>
    expect(count(`ProtectSystem=strict\nPrivateTmp=yes\n${gunicorn} -b unix:/tmp/a web`)).toBe(0))
  test('what the link of a release leads to, perhaps', () => {
    const lines = `ProtectSystem=strict\n${gunicorn} -p /srv/web/current/tmp/a.pid web`
    expect(count(lines)).toBe(1)
    expect(count(`${lines}\nReadWritePaths=/srv/web/shared`)).toBe(0)
  })
  test('a socket that systemd opens', () =>
    expect(
      findingsOf(
        readOnlyPathWritten,
        `[Unit]\nRequires=web.socket\n[Service]\nProtectSystem=strict\n${puma}\n`,
      ),
    ).toEqual([]))
  test('what the unit of a drop-in, or a user’s manager, may allow', () => {
    expect(count(`ProtectSystem=strict\n${puma}`, { file: 'web.service.d/x.conf' })).toBe(0)
    expect(count(`ProtectSystem=strict\n${puma}`, { instance: 'user' })).toBe(0)
  })
})

describe('other directives', () => {
  test.each([
    ['ProtectSystem=full', '/etc/web/a.pid', 1],
    ['ProtectSystem=full', '/usr/local/a.pid', 1],
    ['ProtectSystem=yes', '/etc/web/a.pid', 0],
    ['ProtectSystem=yes', '/boot/a.pid', 1],
    ['ProtectHome=read-only', '/home/deploy/a.pid', 1],
    ['ProtectHome=yes', '/root/a.pid', 1],
    ['DynamicUser=yes', '/srv/a.pid', 1],
    ['DynamicUser=yes', '/home/deploy/a.pid', 1],
    ['ReadOnlyPaths=/srv/web', '/srv/web/a.pid', 1],
    ['ReadOnlyPaths=/srv/web', '/srv/webapp/a.pid', 0],
    ['ReadOnlyPaths=/srv\nReadWritePaths=/srv/web', '/srv/web/a.pid', 0],
    ['InaccessiblePaths=/srv\nReadWritePaths=/srv/web', '/srv/web/a.pid', 1],
    ['ReadWritePaths=/srv\nReadOnlyPaths=/srv/web', '/srv/web/a.pid', 1],
    ['ReadWritePaths=/srv\nReadOnlyPaths=/srv', '/srv/a.pid', 1],
    ['ReadOnlyPaths=/var/log\nLogsDirectory=web', '/var/log/web/a.pid', 0],
    ['ReadOnlyPaths=/var\nPrivateTmp=yes', '/var/tmp/a.pid', 0],
    ['ProtectSystem=strict\nConfigurationDirectory=web', '/etc/web/a.pid', 0],
  ])('%j for %s', (lines, path, expected) =>
    expect(count(`${lines}\n${gunicorn} --pid ${path} web`)).toBe(expected),
  )
})

describe('the fix', () => {
  test.each([
    ['/var/log/web/a.log', 'LogsDirectory=web'],
    ['/run/web/a.log', 'RuntimeDirectory=web'],
    ['/var/lib/web/log/a.log', 'StateDirectory=web'],
    ['/var/cache/web/a.log', 'CacheDirectory=web'],
    ['/srv/web/log/a.log', 'ReadWritePaths=/srv/web/log'],
    ['/var/log/a.log', 'ReadWritePaths=/var/log'],
  ])('for %s is %s', (path, line) => {
    const before = `[Service]\nProtectSystem=strict\n${gunicorn} --log-file ${path} web\n`
    checkFix(readOnlyPathWritten, before, `${before}${line}\n`)
  })
  test('gives back a part of what is read-only by name', () => {
    const before = `[Service]\nReadOnlyPaths=/srv\n${gunicorn} --log-file /srv/web/a.log web\n`
    checkFix(readOnlyPathWritten, before, `${before}ReadWritePaths=/srv/web\n`)
  })
  test('can not win against the same folder', () =>
    expect(found(`ReadOnlyPaths=/srv/web\n${gunicorn} --pid /srv/web/a.pid web`)[0]?.fixes).toEqual([]))
  test('does not bring back what is hidden', () =>
    expect(found(`InaccessiblePaths=/srv\n${gunicorn} --pid /srv/a.pid web`)[0]?.fixes).toEqual([]))
})
