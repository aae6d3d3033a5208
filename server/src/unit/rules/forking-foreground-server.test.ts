import { describe, expect, test } from 'vitest'
import { checkRule, findingsOf } from '../testing/check.ts'
import { forkingForegroundServer as rule } from './forking-foreground-server.ts'

const severities = (line: string, more = '') =>
  findingsOf(rule, `[Service]\nType=forking\n${more}ExecStart=${line}\n`).map(({ severity }) => severity)

describe('stays in front', () => {
  test.each([
    '/usr/bin/node app.js',
    '/srv/venv/bin/uvicorn web:app',
    '/usr/bin/python3 -m uvicorn web:app',
    '/srv/venv/bin/hypercorn web:app',
    '/srv/venv/bin/daphne web.asgi',
    '/usr/local/bin/poetry run daphne web.asgi',
    "/usr/sbin/nginx -g 'daemon off;'",
    '/usr/sbin/httpd -DFOREGROUND',
    '/usr/bin/bundle exec sidekiq',
    '/usr/bin/bundle exec unicorn -c config/unicorn.rb',
    '/srv/web/bin/rails server -p 3000',
    '/usr/bin/bundle exec thin start',
    '/usr/bin/memcached -m 64',
    '/usr/bin/redis-server --port 6380',
    '/usr/bin/redis-server /etc/redis.conf --daemonize no',
    "/bin/bash -lc 'cd /srv/web && exec bundle exec puma'",
  ])('%s', (line) => expect(severities(line)).toEqual(['error']))

  test('unless a file that is always read says otherwise', () =>
    expect(severities('/srv/venv/bin/gunicorn web.wsgi')).toEqual(['warning']))

  test.each([
    '/srv/venv/bin/gunicorn -c gunicorn.conf.py web.wsgi',
    '/srv/venv/bin/gunicorn --config=gunicorn.conf.py web.wsgi',
    '/usr/bin/redis-server /etc/redis.conf',
    '/usr/bin/bundle exec thin start -C /etc/thin.yml',
  ])('%s, unless the file says otherwise', (line) => expect(severities(line)).toEqual(['information']))

  test('unless a variable says otherwise', () =>
    expect(severities('/srv/venv/bin/gunicorn a', 'Environment=GUNICORN_CMD_ARGS=-D\n')).toEqual([
      'information',
    ]))
})

test.each([
  '/srv/venv/bin/gunicorn -D web.wsgi',
  '/srv/venv/bin/gunicorn $OPTIONS web.wsgi',
  '/usr/sbin/nginx',
  '/usr/sbin/apachectl start',
  '/usr/bin/memcached -vd',
  '/usr/bin/redis-server --daemonize yes',
  '/usr/bin/bundle exec thin start --servers 3',
  '/usr/bin/bundle exec puma _4.3.12_ -C config/puma.rb',
  '/var/lib/gems/2.7.0/gems/sidekiq-5.2.7/bin/sidekiq',
  '/usr/bin/node /usr/lib/node_modules/pm2/bin/pm2 resurrect',
  '/usr/bin/node /usr/bin/forever start app.js',
  '/srv/web/bin/rails runner Job.run',
])('%s may go into the background', (line) => expect(severities(line)).toEqual([]))

test('says what becomes of it', () =>
  checkRule(
    rule,
    `
[Service]
Type=forking
#    ^^^^^^^ warning: gunicorn stays in the foreground unless its configuration says 'daemon = True'; then the start hangs until TimeoutStartSec= is over (90s by default), and systemd kills it
ExecStart=/srv/venv/bin/gunicorn web.wsgi
`,
  ))
