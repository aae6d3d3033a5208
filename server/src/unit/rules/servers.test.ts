import { describe, expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { daemonizingFlag } from './daemonizing-flag.ts'
import { forkingForegroundServer } from './forking-foreground-server.ts'
import { frozenPuma } from './frozen-puma.ts'
import { hiddenHome } from './hidden-home.ts'
import { memoryLockWithJit } from './memory-lock-with-jit.ts'
import { noReadyMessage } from './no-ready-message.ts'
import { privilegedPort } from './privileged-port.ts'
import type { UnitRule } from './rule.ts'
import { unreadPidFile } from './unread-pid-file.ts'
import { watchdogWithoutPings } from './watchdog-without-pings.ts'

const count = (rule: UnitRule, lines: string, options = {}) =>
  findingsOf(rule, `[Service]\n${lines}\n`, options).length

describe('a daemonising option', () => {
  test.each([
    'ExecStart=/srv/venv/bin/gunicorn --daemon web.wsgi',
    'ExecStart=/usr/bin/python3 -m gunicorn -D web.wsgi',
    'ExecStart=/usr/local/rbenv/bin/rbenv exec bundle exec puma -d',
    'ExecStart=/usr/bin/env RAILS_ENV=production bundle exec sidekiq --daemon',
    'ExecStart=/usr/bin/redis-server /etc/redis.conf --daemonize yes',
    'ExecStart=/usr/bin/memcached -d -m 64',
    'ExecStart=/usr/bin/bundle exec unicorn -D',
    'ExecStart=/usr/bin/bundle exec thin start -d',
    'ExecStart=/srv/web/bin/rails s -d',
    "ExecStart=/bin/bash -lc 'cd /srv/web && bundle exec puma -d'",
  ])('%s is found through its wrappers', (line) => expect(count(daemonizingFlag, line)).toBe(1))
  test('is right for a forking service, and in a drop-in the type is elsewhere', () => {
    const line = 'ExecStart=/srv/venv/bin/gunicorn --daemon web.wsgi'
    expect(count(daemonizingFlag, `Type=forking\n${line}`)).toBe(0)
    expect(count(daemonizingFlag, line, { file: 'web.service.d/x.conf' })).toBe(0)
  })
  test.each(['RemainAfterExit=yes', 'ExitType=cgroup'])('does no harm with %s', (line) =>
    expect(count(daemonizingFlag, `${line}\nExecStart=/srv/venv/bin/gunicorn -D a`)).toBe(0),
  )
  test('goes from a script', () =>
    checkFix(
      daemonizingFlag,
      "[Service]\nExecStart=/bin/bash -c 'exec puma -d -p 3000'\n",
      "[Service]\nExecStart=/bin/bash -c 'exec puma -p 3000'\n",
    ))
  test('goes with its value', () => {
    checkFix(
      daemonizingFlag,
      '[Service]\nExecStart=/usr/bin/redis-server /etc/redis.conf --daemonize yes --port 1\n',
      '[Service]\nExecStart=/usr/bin/redis-server /etc/redis.conf --port 1\n',
    )
  })
  test('of another program is its own affair', () =>
    expect(count(daemonizingFlag, 'ExecStart=/srv/run --daemon puma')).toBe(0))
})

describe('the type', () => {
  test('forking hangs with a server in the foreground', () => {
    checkFix(
      forkingForegroundServer,
      '[Service]\nType=forking\nExecStart=/usr/bin/bundle exec puma\n',
      '[Service]\nType=notify\nExecStart=/usr/bin/bundle exec puma\n',
    )
    expect(count(forkingForegroundServer, 'Type=forking\nExecStart=/usr/sbin/nginx')).toBe(0)
  })
  test('notify hangs with a server that is silent', () => {
    expect(count(noReadyMessage, 'Type=notify\nExecStart=/usr/bin/bundle exec unicorn')).toBe(1)
    expect(count(noReadyMessage, 'Type=notify\nExecStart=/usr/bin/bundle exec puma')).toBe(0)
  })
  test('other than forking needs no PID file', () => {
    expect(count(unreadPidFile, 'ExecStart=/srv/run\nPIDFile=/run/x.pid')).toBe(1)
    expect(count(unreadPidFile, 'Type=forking\nExecStart=/srv/run\nPIDFile=/run/x.pid')).toBe(0)
  })
  test.each(['simple', 'oneshot'])('%s waits for a PID file once there is an ExecStartPost=', (type) =>
    checkRule(
      unreadPidFile,
      `
[Service]
Type=${type}
ExecStart=/srv/run
ExecStartPost=/srv/warm-up
PIDFile=/run/x.pid
^^^^^^^^^^^^^^^^^^ information: with Type=${type} systemd knows the main process without this file; yet after ExecStartPost= it waits for the file, and the start fails if nothing writes it
`,
    ),
  )
})

test('a watchdog bites a server that does not ping', () => {
  expect(count(watchdogWithoutPings, 'WatchdogSec=30\nExecStart=/srv/venv/bin/gunicorn a')).toBe(1)
  expect(count(watchdogWithoutPings, 'WatchdogSec=0\nExecStart=/srv/venv/bin/gunicorn a')).toBe(0)
  expect(count(watchdogWithoutPings, 'WatchdogSec=30\nExecStart=/usr/bin/bundle exec puma')).toBe(0)
})

describe('TSTP', () => {
  test.each(['-TSTP $MAINPID', '-s SIGTSTP $MAINPID', '-SIGTSTP $MAINPID'])(
    'by kill %s freezes Puma',
    (words) =>
      expect(count(frozenPuma, `ExecStart=/usr/bin/bundle exec puma\nExecStop=/bin/kill ${words}`)).toBe(1),
  )
  test('is right for Sidekiq, and unknown for others', () => {
    expect(
      count(frozenPuma, 'ExecStart=/usr/bin/bundle exec sidekiq\nExecReload=/bin/kill -TSTP $MAINPID'),
    ).toBe(0)
    expect(count(frozenPuma, 'ExecStart=/srv/web/run\nExecStop=/bin/kill -TSTP $MAINPID')).toBe(0)
  })
  test('goes with its line', () =>
    checkFix(
      frozenPuma,
      '[Service]\nExecStart=/usr/bin/bundle exec puma\nExecStop=/bin/kill -TSTP $MAINPID\nRestart=always\n',
      '[Service]\nExecStart=/usr/bin/bundle exec puma\nRestart=always\n',
    ))
})

describe('a hidden home', () => {
  const app = 'WorkingDirectory=/home/deploy/web\nExecStart=/usr/bin/bundle exec puma'
  test.each(['yes', 'tmpfs', 'on'])('by ProtectHome=%s is out of reach', (value) =>
    expect(count(hiddenHome, `${app}\nProtectHome=${value}`)).toBe(1),
  )
  test('is in reach where it is read-only, bound back, or the user’s own', () => {
    expect(count(hiddenHome, `${app}\nProtectHome=read-only`)).toBe(0)
    expect(count(hiddenHome, `${app}\nProtectHome=tmpfs\nBindPaths=/home/deploy/web`)).toBe(0)
    expect(count(hiddenHome, `${app}\nProtectHome=yes`, { instance: 'user' })).toBe(0)
  })
  test('holds no program', () =>
    checkFix(
      hiddenHome,
      '[Service]\nExecStart=-/home/deploy/run\nProtectHome=yes\n',
      '[Service]\nExecStart=-/home/deploy/run\nProtectHome=read-only\n',
    ))
})

test('a runtime that compiles as it runs may not be forbidden to', () => {
  expect(count(memoryLockWithJit, 'ExecStart=/usr/bin/node a.js\nMemoryDenyWriteExecute=yes')).toBe(1)
  expect(count(memoryLockWithJit, 'ExecStart=/usr/bin/node a.js\nMemoryDenyWriteExecute=no')).toBe(0)
  expect(count(memoryLockWithJit, 'ExecStart=/usr/bin/ruby a.rb\nMemoryDenyWriteExecute=yes')).toBe(0)
})

describe('a port below 1024', () => {
  test.each(['-p 80', '--port=443', '-b tcp://0.0.0.0:80', '--bind=:80', "-b 'ssl://0.0.0.0:443?key=x'"])(
    'by %s is not for an ordinary user',
    (words) => expect(count(privilegedPort, `User=deploy\nExecStart=/usr/bin/puma ${words}`)).toBe(1),
  )
  test.each(['-p 3000', '-b unix:///run/web.sock', '-p $PORT', '-t 1:16'])('is not meant by %s', (words) =>
    expect(count(privilegedPort, `User=deploy\nExecStart=/usr/bin/puma ${words}`)).toBe(0),
  )
  test('is for root, and for those who have the capability', () => {
    expect(count(privilegedPort, 'ExecStart=/usr/bin/puma -p 80')).toBe(0)
    expect(count(privilegedPort, 'ExecStart=/usr/bin/puma -p 80', { instance: 'user' })).toBe(1)
  })
})
