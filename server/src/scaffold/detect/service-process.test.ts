// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of systemd's, not of ours
import { expect, test } from 'vitest'
import { readServiceProcess } from './service-process.ts'

const read = (lines: string) => readServiceProcess(`[Service]\n${lines}\n`)

test.each([
  ['PIDFile=/run/web.pid\nExecStart=/bin/web', '/run/web.pid'],
  ['ExecStart=/srv/bin/gunicorn --pid /srv/web.pid app:app', '/srv/web.pid'],
  ['ExecStart=/usr/bin/bundle exec puma --pidfile=/srv/web.pid', '/srv/web.pid'],
  ['PIDFile=%t/web.pid\nExecStart=/bin/web', undefined],
  ['PIDFile=web.pid\nExecStart=/bin/web --pidfile "/run/a b.pid"', '/run/a b.pid'],
  ['ExecStart=/bin/kill-pid /x', undefined],
  ['', undefined],
])('the pid file of %j is %j', (lines, path) => expect(read(lines).pidFile).toBe(path))

test.each([
  ['ExecStart=/usr/bin/node /srv/app.js --port 80', '/usr/bin/node /srv/app[.]js --port 80'],
  ['ExecStart=-/srv/web --port $PORT', '/srv/web --port'],
  ['ExecStart=/srv/web a(b)[c]^d', '/srv/web a[(]b[)][[]c\\]\\^d'],
  ['ExecStart=/home/me/.rbenv/bin/rbenv exec bundle exec puma -C x', '^puma [0-9]'],
  ['ExecStart=/usr/bin/bundle exec sidekiq -e production', '^sidekiq [0-9]'],
  ['ExecStart=/usr/bin/bundle exec rake jobs:work', undefined],
  ["ExecStart=/bin/bash -lc 'exec x'", undefined],
  ['ExecStart=%h/bin/web', undefined],
  ['ExecStart=', undefined],
])('the pattern for %j is %j', (lines, pattern) => expect(read(lines).pattern).toBe(pattern))
