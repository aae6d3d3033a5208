import { expect, test } from 'vitest'
import { allFindings, checkAcross, fixedAcross } from '../testing/across.ts'
import { configPathOutOfReach as rule } from './config-path-out-of-reach.ts'

const files = (ruby: string, lines: string, command = '/srv/web/bin/puma') => `-- web.service --
[Service]
WorkingDirectory=/srv/web
ExecStart=${command}
${lines}
-- config/puma.rb --
${ruby}
`
const found = (...args: Parameters<typeof files>) =>
  allFindings(files(...args)).flatMap((each) => (each.rule === rule.id ? [each.severity] : []))

test('a socket in a folder that is read-only', () =>
  checkAcross(
    rule,
    `-- web.service --
[Service]
WorkingDirectory=/srv/web
ExecStart=/usr/bin/bundle exec puma
#                              ^^^^ error: 'config/puma.rb' has its socket at '/srv/web/tmp/puma.sock', read-only for the service because of ProtectSystem=strict: Puma can't write there, and ends
ProtectSystem=strict
-- config/puma.rb --
bind "unix://tmp/puma.sock?umask=0111"
`,
  ))

test('each kind of file is told', () => {
  const ruby =
    'pidfile "/run/web.pid"\nstate_path "tmp/puma.state"\nstdout_redirect "log/out.log", "log/err.log", true'
  expect(found(ruby, 'ProtectSystem=strict')).toEqual(['error', 'error', 'error', 'error'])
  expect(found('bind "unix:///home/web/puma.sock"', 'ProtectHome=yes')).toEqual(['error'])
  expect(found('bind "unix:///tmp/puma.sock"', 'PrivateTmp=yes')).toEqual(['warning'])
})

test('a user who may not write in /run', () => {
  expect(found('bind "unix:///run/puma.sock"\npidfile "/var/run/puma.pid"', 'User=deploy')).toEqual([
    'error',
    'error',
  ])
  expect(found('bind "unix:///run/puma.sock"', 'User=root')).toEqual([])
  expect(found('bind "unix:///run/web/puma.sock"', 'User=deploy')).toEqual([])
})

test.each([
  ['bind "unix:///run/web/puma.sock"', 'ProtectSystem=strict\nRuntimeDirectory=web'],
  ['bind "unix:///srv/web/tmp/puma.sock"', 'ProtectSystem=full'],
  ['bind "unix:///srv/web/tmp/puma.sock"', 'ProtectSystem=strict\nReadWritePaths=/srv/web'],
  ['bind "unix:///srv/web/tmp/puma.sock"', 'ProtectSystem=strict\nSockets=web.socket'],
  ['bind "unix:///srv/web/tmp/puma.sock"', 'ProtectSystem=strict', '/srv/web/bin/puma -b tcp://0.0.0.0:3000'],
  ['bind "unix:///srv/web/tmp/puma.sock"', 'ProtectSystem=strict', '+/srv/web/bin/puma'],
  ['bind "unix://#{root}/puma.sock"', 'ProtectSystem=strict'],
  ['  bind "unix:///srv/web/tmp/puma.sock"', 'ProtectSystem=strict'],
  ['pidfile "../web.pid"', 'ProtectSystem=strict'],
  ['pidfile "/srv/web/shared/web.pid"', 'ProtectSystem=strict\n# unitwright: instance=user\n'],
  ['bind "tcp://0.0.0.0:3000"', 'ProtectSystem=strict\nPrivateTmp=yes'],
  ['bind "unix://@web"', 'ProtectSystem=strict'],
  ['pidfile "tmp/a.pid"', 'ProtectSystem=strict', '/srv/web/bin/puma --pidfile /dev/shm/a.pid'],
  ['state_path "tmp/a"', 'ProtectSystem=strict', '/srv/web/bin/puma -S /dev/shm/a'],
  ['stdout_redirect "a.log"', 'ProtectSystem=strict', '/srv/web/bin/puma --redirect-stdout /dev/null'],
  ['stdout_redirect "a.log", "b.log", true if ENV["FILES"]', 'ProtectSystem=strict'],
  ['pidfile "tmp/a.pid"\npidfile "/dev/shm/a.pid"', 'ProtectSystem=strict'],
  ['pidfile "tmp/a.pid"\npidfile ENV["PID"] if ENV["PID"]', 'ProtectSystem=strict'],
  ['bind "unix://a.sock"\nclear_binds!\nbind "tcp://[::]:3000"', 'ProtectSystem=strict'],
  ['directory "/dev/shm"\npidfile "a.pid"', 'ProtectSystem=strict'],
])('silent: %j with %j', (ruby, lines, command?: string) => {
  const user = lines.includes('instance=user')
  const text = files(ruby, lines.replace('# unitwright: instance=user\n', ''), command)
  const own = user ? text.replace('[Service]', '# unitwright: instance=user\n[Service]') : text
  expect(allFindings(own).filter((each) => each.rule === rule.id)).toEqual([])
})

test('a folder of the app may be a link into one that the service is given', () => {
  const lines = 'ProtectSystem=strict\nStateDirectory=web'
  expect(found('pidfile "tmp/a.pid"', lines)).toEqual(['warning'])
  expect(found('pidfile "a.pid"', lines)).toEqual(['error'])
  expect(found('pidfile "/srv/other/tmp/a.pid"', lines)).toEqual(['error'])
})

test('the fix opens the folder, or has systemd make it', () => {
  expect(fixedAcross(rule, files('bind "unix:///srv/web/tmp/puma.sock"', 'ProtectSystem=strict'))).toContain(
    'ProtectSystem=strict\nReadWritePaths=/srv/web/tmp\n',
  )
  expect(fixedAcross(rule, files('bind "unix:///run/web/puma.sock"', 'ProtectSystem=strict'))).toContain(
    'ProtectSystem=strict\nRuntimeDirectory=web\n',
  )
})
