import { describe, expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { signalWithOtherMeaning as rule } from './signal-with-other-meaning.ts'

const programs = {
  puma: '/usr/bin/bundle exec puma',
  sidekiq: '/usr/bin/bundle exec sidekiq',
  gunicorn: '/srv/bin/gunicorn web.wsgi',
  unicorn: '/usr/bin/bundle exec unicorn',
  nginx: "/usr/sbin/nginx -g 'daemon off;'",
  redis: '/usr/bin/redis-server /etc/redis.conf',
  node: '/usr/bin/node app.js',
  uvicorn: '/srv/bin/uvicorn web:app',
  hypercorn: '/srv/bin/hypercorn web:app',
  daphne: '/srv/bin/daphne web.asgi',
  unknown: '/srv/web/run',
} as const

const severities = (program: keyof typeof programs, ...lines: readonly string[]) =>
  findingsOf(rule, `[Service]\nExecStart=${programs[program]}\n${lines.join('\n')}\n`).map(
    ({ severity }) => severity,
  )

const reload = (signal: string) => `ExecReload=/bin/kill ${signal} $MAINPID`.replace('  ', ' ')

describe('a reload', () => {
  test.each([
    ['puma', '-HUP'],
    ['puma', '-s SIGHUP'],
    ['puma', '-1'],
    ['puma', ''],
    ['puma', '-TERM'],
    ['sidekiq', '-USR1'],
    ['sidekiq', '-HUP'],
    ['gunicorn', '-USR2'],
    ['gunicorn', '-QUIT'],
    ['unicorn', '-USR2'],
    ['nginx', '-QUIT'],
    ['uvicorn', '-HUP'],
    ['hypercorn', '-HUP'],
    ['daphne', '-USR1'],
    ['unknown', '-KILL'],
    ['unknown', '-9'],
  ] as const)('of %s by kill %s is none', (program, signal) =>
    expect(severities(program, reload(signal))).toEqual(['warning']),
  )
  test.each([
    ['gunicorn', '-USR1'],
    ['nginx', '-USR1'],
    ['redis', '-HUP'],
    ['node', '-USR1'],
  ] as const)('of %s by kill %s does little', (program, signal) =>
    expect(severities(program, reload(signal))).toEqual(['information']),
  )
  test.each([
    ['puma', '-USR1'],
    ['puma', '-USR2'],
    ['sidekiq', '-TSTP'],
    ['gunicorn', '-HUP'],
    ['unicorn', '-HUP'],
    ['nginx', '-HUP'],
    ['node', '-HUP'],
    ['node', '-TERM'],
    ['unknown', '-HUP'],
    ['unknown', ''],
  ] as const)('of %s by kill %s is its own affair', (program, signal) =>
    expect(severities(program, reload(signal))).toEqual([]),
  )
  test('may be a restart on purpose', () =>
    expect(severities('puma', reload('-TERM'), 'Restart=always')).toEqual(['information']))
  test('may find the new master by its PID file', () =>
    expect(severities('unicorn', reload('-USR2'), 'Type=forking', 'PIDFile=/run/u.pid')).toEqual([]))
  test('depends on what else is told', () => {
    expect(severities('uvicorn', 'Environment=WEB_CONCURRENCY=4', reload('-HUP'))).toEqual([])
    const workers = '[Service]\nExecStart=/srv/bin/uvicorn a:b --workers 4\n'
    expect(findingsOf(rule, `${workers}${reload('-HUP')}\n`)).toEqual([])
    const old = '[Service]\nExecStart=/usr/bin/bundle exec sidekiq _5.2.7_\n'
    expect(findingsOf(rule, `${old}${reload('-USR1')}\n`)).toEqual([])
  })
  test('of another process is not looked at', () =>
    expect(severities('puma', 'ExecReload=/bin/kill -HUP 4711')).toEqual([]))
  test('by a shell is one as well', () =>
    expect(severities('puma', "ExecReload=/bin/sh -c 'sleep 1; kill -HUP $MAINPID'")).toEqual(['warning']))
  test('by systemd itself', () => {
    expect(severities('gunicorn', 'Type=notify-reload', 'ReloadSignal=SIGUSR2')).toEqual(['warning'])
    expect(severities('gunicorn', 'Type=notify-reload', 'ReloadSignal=SIGHUP')).toEqual([])
  })
})

describe('a stop', () => {
  test.each([
    ['puma', 'SIGUSR2'],
    ['puma', 'TSTP'],
    ['sidekiq', 'SIGTSTP'],
    ['gunicorn', 'SIGHUP'],
    ['nginx', '28'],
  ] as const)('of %s by %s is none', (program, signal) =>
    expect(severities(program, `KillSignal=${signal}`)).toEqual(['warning']),
  )
  test.each([
    ['puma', 'SIGQUIT'],
    ['gunicorn', 'SIGINT'],
    ['unicorn', 'SIGTERM'],
    ['nginx', 'TERM'],
    ['node', 'SIGUSR1'],
  ] as const)('of %s by %s is abrupt', (program, signal) =>
    expect(severities(program, `RestartKillSignal=${signal}`)).toEqual(['information']),
  )
  test.each([
    ['puma', 'SIGINT'],
    ['sidekiq', 'SIGTERM'],
    ['gunicorn', 'SIGTERM'],
    ['unicorn', 'SIGQUIT'],
    ['nginx', 'SIGQUIT'],
    ['node', 'SIGINT'],
    ['unknown', 'SIGUSR1'],
  ] as const)('of %s by %s is one', (program, signal) =>
    expect(severities(program, `KillSignal=${signal}`)).toEqual([]),
  )
  test('counts as it is set last', () =>
    expect(severities('puma', 'KillSignal=SIGUSR2', 'KillSignal=SIGTERM')).toEqual([]))
})

describe('what comes before the stop', () => {
  const quit = 'ExecStop=/bin/kill -s QUIT $MAINPID'
  test('is cut short', () => {
    expect(severities('nginx', quit)).toEqual(['information'])
    expect(severities('unicorn', quit)).toEqual(['information'])
  })
  test('is not, where systemd sends the same, nothing, or waits', () => {
    expect(severities('nginx', quit, 'KillSignal=SIGQUIT')).toEqual([])
    expect(severities('nginx', quit, 'KillMode=none')).toEqual([])
    expect(severities('nginx', quit, 'ExecStop=/bin/sleep 10')).toEqual([])
    expect(severities('gunicorn', quit)).toEqual([])
  })
  test('was quiet once', () => {
    expect(severities('sidekiq', 'ExecStop=/bin/kill -USR1 $MAINPID')).toEqual(['warning'])
    expect(severities('sidekiq', 'ExecStop=/bin/kill -TSTP $MAINPID')).toEqual([])
  })
})

test('says what happens', () =>
  checkRule(
    rule,
    `
[Service]
ExecStart=/srv/bin/gunicorn web.wsgi
ExecReload=/bin/kill $MAINPID
#          ^^^^^^^^^ warning: 'kill' without a signal ends gunicorn instead of reloading it; 'HUP' reloads it
KillSignal=SIGUSR1
#          ^^^^^^^ warning: 'USR1' does not stop gunicorn but opens its log files anew; systemd kills it when TimeoutStopSec= is over (90s by default)
`,
  ))

describe('mended', () => {
  const unit = (line: string) => `[Service]\nExecStart=/srv/bin/gunicorn web.wsgi\n${line}\n`
  test.each([
    ['ExecReload=/bin/kill -s USR2 $MAINPID', 'ExecReload=/bin/kill -HUP $MAINPID'],
    ['ExecReload=/bin/kill $MAINPID', 'ExecReload=/bin/kill -HUP $MAINPID'],
    ['KillSignal=SIGQUIT', 'KillSignal=SIGTERM'],
  ])('%s', (before, after) => checkFix(rule, unit(before), unit(after)))
})
