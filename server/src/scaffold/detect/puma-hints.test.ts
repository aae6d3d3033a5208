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

test('daemonize is reported, unless it is off', () => {
  expect(read('daemonize true').notes).toEqual([
    "'daemonize' in config/puma.rb ends Puma 5 and later with an error; remove the line, systemd does that",
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
