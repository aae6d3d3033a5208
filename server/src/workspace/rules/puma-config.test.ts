import { expect, test } from 'vitest'
import { allFindings } from '../testing/across.ts'
import { pumaPorts, readPumaConfig } from './puma-config.ts'

const read = (ruby: string) => {
  const config = readPumaConfig(ruby, 'config/puma.rb')
  return { pidFile: config.pidFile, ports: pumaPorts(config) }
}

test('what is written out is read', () => {
  expect(
    read(`# pidfile "/no"
threads 1, 5
port 3000, "127.0.0.1"
bind 'tcp://0.0.0.0:3001?backlog=9'
bind "unix:///run/web/web.sock"
pidfile "/run/web/web.pid" # for monit
plugin :tmp_restart
`),
  ).toEqual({ pidFile: '/run/web/web.pid', ports: [3000, 3001] })
  expect(read('workers 2\n')).toEqual({ pidFile: undefined, ports: [] })
})

test.each([
  'pidfile ENV.fetch("PIDFILE") { "tmp/pids/server.pid" }\nport ENV.fetch("PORT", 3000)',
  'pidfile ENV["PIDFILE"] if ENV["PIDFILE"]\nport 3000 unless x',
  'pidfile "#{root}/web.pid"\nbind "tcp://0.0.0.0:#{port}"',
  'if production?\n  pidfile "/run/web.pid"\n  port 3000\nend',
  'pidfile "/run/web.pid"\nport 3000\neval(File.read("more.rb"))',
  'pidfile "/run/web.pid"\nport 3000\nplugin :mine',
  'if production?\npidfile "/run/web.pid"\nport 3000\nend',
])('Ruby code decides: %j', (ruby) => expect(read(ruby)).toEqual({ pidFile: 'unsure', ports: undefined }))

test('what is no setting, or changes what one means', () => {
  expect(read('=begin\nport 1\npidfile "/a"\n=end\nport 3000')).toEqual({ pidFile: undefined, ports: [3000] })
  expect(read('port 1\nclear_binds!\nport 3000').ports).toBeUndefined()
  expect(read('directory "/srv/web"\npidfile "tmp/web.pid"').pidFile).toBe('unsure')
  expect(read('directory "/srv/web"\npidfile "/run/web.pid"').pidFile).toBe('/run/web.pid')
})

test('a control app may have a port too', () => {
  expect(read('port 3000\nactivate_control_app "tcp://127.0.0.1:9293"').ports).toBeUndefined()
  expect(read('port 3000\nactivate_control_app').ports).toEqual([3000])
  expect(read("port 3000\nactivate_control_app 'unix:///run/ctl.sock', { no_token: true }").ports).toEqual([
    3000,
  ])
})

const files = (config: string, command = '/srv/web/bin/puma', file = 'app/config/puma.rb') => `-- web.monit --
check process web with pidfile /srv/web/tmp/puma.pid
  start program = "/bin/systemctl start web"
  if failed port 3000 then restart
-- web.service --
[Service]
WorkingDirectory=/srv/web
ExecStart=${command}
-- ${file} --
${config}`
const about = new Set(['other-port', 'other-pid-file', 'unwritten-pid-file'])
const found = (...args: Parameters<typeof files>) =>
  allFindings(files(...args)).flatMap(({ rule }) => (about.has(rule) ? [rule] : []))

test('a check is compared with the configuration of the Puma that its unit starts', () => {
  expect(found('port 3000\npidfile "tmp/puma.pid"\n')).toEqual([])
  expect(found('port 9292\npidfile "/run/puma.pid"\n')).toEqual(['other-pid-file', 'other-port'])
  expect(found('workers 2\n')).toEqual(['unwritten-pid-file'])
  expect(found('workers 2\n', '/srv/web/bin/bundle exec puma -C config/puma.rb')).toEqual([
    'unwritten-pid-file',
  ])
})

test('silent where another file is read, or nobody knows which', () => {
  const other = 'port 9292\npidfile "/run/puma.pid"\n'
  expect(found(other, '/srv/web/bin/puma -C /srv/shared/puma.rb')).toEqual([])
  expect(found(other, '/srv/web/bin/puma -C puma.rb', 'puma.rb')).toEqual([])
  expect(found(other, '/srv/web/bin/puma $OPTIONS')).toEqual([])
  expect(found(other, '/srv/web/bin/puma --no-config')).toEqual([])
  expect(found(other, '/srv/web/bin/puma -C config/puma.rb -C config/more.rb')).toEqual([])
  expect(found(other, '/srv/web/bin/puma -C config/puma.rb --dir /srv/web')).toEqual([])
  expect(found(`${other}-- config/puma.rb --\n`)).toEqual([])
  expect(found(`${other}-- app/config/puma/production.rb --\n`)).toEqual([])
  expect(found('workers 2\n', '/srv/web/bin/puma --pidfile /srv/web/tmp/puma.pid')).toEqual([])
  const second = (folder: string) =>
    `${other}-- admin.service --\n[Service]\nWorkingDirectory=${folder}\nExecStart=/srv/admin/bin/puma\n`
  expect(found(second('/srv/admin'))).toEqual([])
  expect(found(second('/srv/web'))).not.toEqual([])
})

test.each([
  ['port ENV.fetch("PORT", 3000)', 3000],
  ["port ENV.fetch('PORT') { 3000 }", 3000],
  ['port(ENV.fetch("PORT", "3000").to_i)', 3000],
  ['port ENV["PORT"] || 3000', 3000],
  ['port (ENV["PORT"] || 3000).to_i', 3000],
  ['port ENV.fetch("WEB_PORT", 3000)', 4000],
])('what stands in for a variable counts where the unit does not set it: %j', (ruby, port) => {
  const variables = new Map([['WEB_PORT', '4000']])
  expect(pumaPorts(readPumaConfig(ruby, 'config/puma.rb', variables))).toEqual([port])
  // Where others may set it, nobody can tell.
  expect(pumaPorts(readPumaConfig(ruby, 'config/puma.rb', undefined))).toBeUndefined()
})

test.each([
  ['ExecStart=/srv/web/bin/puma', ['other-port']],
  ['ExecStart=/srv/web/bin/puma\nEnvironment=RAILS_ENV=production PORT=3000', []],
  ['ExecStart=/srv/web/bin/puma\nEnvironment="PORT=3001"', ['other-port']],
  ['ExecStart=/srv/web/bin/puma\nEnvironment=PORT=%i', []],
  ['ExecStart=/srv/web/bin/puma\nEnvironmentFile=-/srv/web/env', []],
  ['ExecStart=/srv/web/bin/puma\nPassEnvironment=PORT', []],
  ['ExecStart=/home/web/.rbenv/shims/puma', []],
  ["ExecStart=/bin/bash -lc 'exec bin/puma'", []],
])('a port that may be set by a variable, and %j', (lines, rules) => {
  const text = `-- web.monit --
check process web matching "puma"
  start program = "/bin/systemctl start web"
  if failed port 3000 then restart
-- web.service --
[Service]
WorkingDirectory=/srv/web
${lines}
-- config/puma.rb --
port ENV.fetch("PORT", 9292)
`
  expect(allFindings(text).flatMap(({ rule }) => (rule === 'other-port' ? [rule] : []))).toEqual(rules)
})
