import { describe, expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { noReadyMessage as rule } from './no-ready-message.ts'

const severities = (line: string, more = '') =>
  findingsOf(rule, `[Service]\nType=notify\n${more}ExecStart=${line}\n`).map(({ severity }) => severity)

describe('silent', () => {
  test.each([
    '/usr/bin/redis-server --port 6380',
    '/usr/bin/redis-server /etc/redis.conf --supervised no',
    '/usr/bin/bundle exec puma _4.3.12_',
    '/usr/bin/bundle exec puma _5.0.4_',
    '/usr/bin/bundle exec sidekiq _6.0.5_',
    "/bin/sh -c 'cd /srv/web; exec bundle exec unicorn'",
  ])('%s', (line) => expect(severities(line)).toEqual(['error']))
  test.each(['/srv/bin/uvicorn a:b', '/srv/bin/hypercorn a:b', '/srv/bin/daphne a.b', '/usr/bin/thin start'])(
    '%s, unless the app speaks for it',
    (line) => {
      expect(severities(line)).toEqual(['warning'])
      expect(severities(line, 'NotifyAccess=all\n')).toEqual(['information'])
    },
  )
  test.each([
    '/usr/bin/node app.js',
    '/usr/bin/redis-server /etc/redis.conf',
    '/usr/bin/bundle exec puma _5.6.5_',
  ])('%s, for all that can be seen', (line) => expect(severities(line)).toEqual(['information']))
})

test.each([
  '/usr/bin/redis-server --supervised systemd',
  '/usr/bin/redis-server --supervised auto',
  '/usr/bin/redis-server $OPTIONS',
  '/usr/bin/bundle exec puma _6.4.0_',
  '/usr/bin/bundle exec sidekiq _7.0.0_',
  '/srv/bin/gunicorn -k uvicorn.workers.UvicornWorker a:b',
  "/bin/sh -c 'systemd-notify --ready; exec uvicorn a:b'",
])('%s may speak', (line) => expect(severities(line)).toEqual([]))

test('says what becomes of it', () =>
  checkRule(
    rule,
    `
[Service]
Type=notify
#    ^^^^^^ warning: uvicorn never says by itself that it is ready; unless the app does so, with 'notify' the start hangs until TimeoutStartSec= is over (90s by default), and systemd kills it
ExecStart=/srv/web/venv/bin/uvicorn web:app
`,
  ))

test('redis can be told to speak', () =>
  checkFix(
    rule,
    '[Service]\nType=notify\nExecStart=/usr/bin/redis-server --port 1\n',
    '[Service]\nType=notify\nExecStart=/usr/bin/redis-server --port 1 --supervised systemd\n',
  ))
