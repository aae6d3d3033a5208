import { expect, test } from 'vitest'
import { readPumaHints } from './puma-hints.ts'

const read = (text: string) => readPumaHints(text, 'config/puma.rb', '/srv/shop')

test('what Rails generates is read, with what stands in for variables that are not set', () => {
  const config = read(`
# threads, with a comment: port 1
threads_count = ENV.fetch("RAILS_MAX_THREADS", 3)
threads threads_count, threads_count
port ENV.fetch("PORT", 3000)
plugin :tmp_restart
workers ENV.fetch("WEB_CONCURRENCY") { 2 }
preload_app!
environment ENV.fetch("RAILS_ENV") { "development" }
pidfile ENV.fetch("PIDFILE") { "tmp/pids/server.pid" }
`)
  expect(config).toEqual({
    file: 'config/puma.rb',
    directory: undefined,
    binds: ['tcp://0.0.0.0:3000'],
    pidFile: '/srv/shop/tmp/pids/server.pid',
    workers: 2,
    preloads: true,
    environment: 'development',
    notes: [],
  })
})

test('paths put together from variables are followed', () => {
  const config = read(`
app_dir = File.expand_path("../..", __FILE__)
shared_dir = "#{app_dir}/shared"
bind "unix://#{shared_dir}/sockets/puma.sock"
bind 'tcp://127.0.0.1:3001' # for the health check
pidfile File.join(shared_dir, 'pids', 'puma.pid')
`)
  expect(config.binds).toEqual(['unix:///srv/shop/shared/sockets/puma.sock', 'tcp://127.0.0.1:3001'])
  expect(config.pidFile).toBe('/srv/shop/shared/pids/puma.pid')
})

test.each([
  ['port 9292', 'tcp://0.0.0.0:9292'],
  ['port(9292)', 'tcp://0.0.0.0:9292'],
  ["port 9292, '127.0.0.1'", 'tcp://127.0.0.1:9292'],
  ["port ENV['PORT'] || 9292", 'tcp://0.0.0.0:9292'],
  ["port(ENV.fetch('PORT', 9292), '::1')", 'tcp://[::1]:9292'],
  ['port Integer(ENV.fetch("PORT", 9292))', 'tcp://0.0.0.0:9292'],
])('%s is %s', (line, bind) => expect(read(line).binds).toEqual([bind]))

test('what can only be told by running it is said to be so', () => {
  const config = read('bind "unix://#{compute(:socket)}"\nworkers compute(:workers)\n')
  expect(config).toMatchObject({ binds: [], workers: undefined })
  expect(config.notes).toEqual([
    `config/puma.rb says where Puma listens with '"unix://#{compute(:socket)}"', which can't be told without running it`,
    "config/puma.rb says how many workers there are with 'compute(:workers)', which can't be told without running it",
  ])
})

test('nothing is said of variables that may be set, and count as not set', () => {
  const config = read(`
threads_count = ENV.fetch("RAILS_MAX_THREADS", 3)
threads threads_count, threads_count
port ENV.fetch("PORT", 3000)
plugin :tmp_restart
plugin :solid_queue if ENV["SOLID_QUEUE_IN_PUMA"]
pidfile "tmp/pids/puma.pid"
pidfile ENV["PIDFILE"] if ENV["PIDFILE"]
bind ENV['BIND'] if ENV.key?('BIND')
workers ENV.fetch("WEB_CONCURRENCY", nil)
if ENV['SOCKET']
  bind 'unix://' + ENV['SOCKET']
end
environment ENV['RAILS_ENV']
`)
  expect(config).toMatchObject({
    binds: ['tcp://0.0.0.0:3000'],
    pidFile: '/srv/shop/tmp/pids/puma.pid',
    workers: undefined,
    notes: [],
  })
})

test.each([
  ['workers Etc.nprocessors'],
  ['workers :auto'],
  ['count = Integer(\n  ENV.fetch("N") { Concurrent.processor_count },\n)\nworkers count if count > 1'],
  ['count = Integer(ENV.fetch("N") { Concurrent.physical_processor_count })\n  workers count if count > 1'],
])('workers by the number of processors are several: %s', (text) =>
  expect(read(text)).toMatchObject({ workers: 'several', notes: [] }),
)

test.each([
  ['"unix://#{Rails.root}/tmp/puma.sock"', 'unix:///srv/shop/tmp/puma.sock'],
  [`"unix://#{Rails.root.join('tmp', 'puma.sock')}"`, 'unix:///srv/shop/tmp/puma.sock'],
  ['"unix://#{Dir.pwd}/tmp/puma.sock"', 'unix:///srv/shop/tmp/puma.sock'],
  ['"unix:///run/shop.sock" if ENV["RAILS_ENV"] == "production"', 'unix:///run/shop.sock'],
  ["'unix://tmp/puma.sock'", 'unix:///srv/shop/tmp/puma.sock'],
  ["'unix:/run/shop.sock'", 'unix:///run/shop.sock'],
  ['"tcp://127.0.0.1:#{ENV.fetch("PORT") { 3000 }}"', 'tcp://127.0.0.1:3000'],
  [`"tcp://localhost:#{ENV['PORT'] || 3000}"`, 'tcp://localhost:3000'],
  [
    'ENV.fetch("SOCKET", "unix:///run/shop.sock") unless ENV["RAILS_ENV"] == "development"',
    'unix:///run/shop.sock',
  ],
  ['"unix://#{File.expand_path("../tmp/puma.sock", __dir__)}"', 'unix:///srv/shop/tmp/puma.sock'],
  [
    '"unix://#{File.expand_path(\'../tmp/puma.sock\', File.dirname(__FILE__))}"',
    'unix:///srv/shop/tmp/puma.sock',
  ],
])('bind %s is %s', (expression, bind) => expect(read(`bind ${expression}`).binds).toEqual([bind]))

test('constants, blocks with interpolations and paths put together with + are followed', () => {
  const config = read(`
APP_ROOT = ENV["APP_ROOT"] || '/home/shop/app'
shared_path = ENV.fetch('SHARED') { '/var/www/shop/shared' }
app_path = File.dirname(__FILE__) + "/.."
bind "unix://#{APP_ROOT}/tmp/sockets/puma.sock"
bind "unix://#{app_path}/tmp/puma.sock"
pidfile ENV.fetch("PIDFILE") { "#{shared_path}/tmp/pids/puma.pid" }
workers ENV.fetch('N', 3).to_i
`)
  expect(config).toMatchObject({
    binds: ['unix:///home/shop/app/tmp/sockets/puma.sock', 'unix:///srv/shop/tmp/puma.sock'],
    pidFile: '/var/www/shop/shared/tmp/pids/puma.pid',
    workers: 3,
    notes: [],
  })
  const nested = 'pidfile ENV.fetch("PIDFILE", File.expand_path("../tmp/pids/web.pid", __dir__))'
  expect(read(nested).pidFile).toBe('/srv/shop/tmp/pids/web.pid')
  expect(read("pidfile ENV['PIDFILE'] || File.join('/run', 'web.pid')").pidFile).toBe('/run/web.pid')
  expect(read('workers 1 + 2').workers).toBeUndefined()
})

test('paths start from the folder that the file says Puma runs in', () => {
  const config = read(`
current_path = ENV.fetch('CURRENT') { '/var/www/shop/current' }
directory current_path.to_s
pidfile 'tmp/pids/puma.pid'
bind 'unix://tmp/puma.sock'
`)
  expect(config).toMatchObject({
    directory: '/var/www/shop/current',
    pidFile: '/var/www/shop/current/tmp/pids/puma.pid',
    binds: ['unix:///var/www/shop/current/tmp/puma.sock'],
  })
  expect(read("directory 'shop'").directory).toBeUndefined()
})

test.each([
  ['if ENV.fetch("RAILS_ENV", "development") == "production"', 'else', 'end'],
  ['if ENV["RACK_ENV"] != "development"', 'else', 'end'],
  ['unless Rails.env.development?', 'else', 'end'],
  ['env = ENV.fetch("RAILS_ENV") { "development" }\nif env == "production"', 'else', 'end'],
  ['if !development?', 'elsif test?', 'end'],
])('what is for another environment does not count: %s', (start, other, end) =>
  expect(
    read(`${start.replace('\\n', '\n')}
  workers 3
  bind "unix:///srv/shared/puma.sock"
  before_fork do |x|
    x.each { |y| y if y }
  end
${other}
  workers 0
  port 3000
  daemonize
${end}
preload_app! if Rails.env.development?
workers 0 unless Rails.env.production?
environment 'production' if something?
`),
  ).toMatchObject({
    workers: 3,
    binds: ['unix:///srv/shared/puma.sock'],
    preloads: undefined,
    environment: 'production',
    notes: [],
  }),
)

test('where the blocks of a file can not be told apart all of it counts', () => {
  expect(read('if Rails.env.development?\n  workers 3\n').workers).toBe(3)
  expect(read('workers 3\nend\n').workers).toBe(3)
})

test('daemonize is reported, unless it is off', () => {
  expect(read('daemonize true').notes).toEqual([
    "'daemonize' in config/puma.rb hides Puma 4 and older from systemd, and ends later ones with an error; remove the line, systemd does that",
  ])
  expect(read('daemonize').notes.length).toBe(1)
  expect(read("require 'puma/daemon'\nif production\n  daemonize\nend").notes).toEqual([
    "'daemonize' in config/puma.rb hides Puma from systemd; remove the line, systemd does that",
  ])
  expect(read('daemonize false\n# daemonize').notes).toEqual([])
})

test('a last word counts, and preload_app! may be taken back', () => {
  expect(read('preload_app!\npreload_app! false').preloads).toBe(false)
  expect(read('workers 2\nworkers 0').workers).toBe(0)
  expect(read('').preloads).toBeUndefined()
})

test.each(['', '\0\0', 'bind', 'bind(', 'port ,', 'pidfile "', '"'.repeat(50_000), 'x = "#{x}"\nbind x'])(
  'no text is too odd: %#',
  (text) => expect(read(text).binds).toEqual([]),
)

test.each([
  `pidfile ${'ENV["A"] || '.repeat(20_000)}"x"`,
  `pidfile ${'ENV.fetch("A", '.repeat(20_000)}1${')'.repeat(20_000)}`,
  `pidfile "a"${' + "b"'.repeat(20_000)}`,
  'if x\n'.repeat(20_000),
  `port(${'('.repeat(20_000)}`,
])('nothing is too deep: %#', (text) => expect(read(text).pidFile).toBeUndefined())
