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
  const config = read('bind "unix://#{compute(:socket)}"\nworkers Etc.nprocessors\n')
  expect(config).toMatchObject({ binds: [], workers: undefined })
  expect(config.notes).toEqual([
    "'Etc.nprocessors' in config/puma.rb can't be told without running it",
    `'"unix://#{compute(:socket)}"' in config/puma.rb can't be told without running it`,
  ])
})

test('daemonize is reported, unless it is off', () => {
  expect(read('daemonize true').notes).toEqual([
    "'daemonize' in config/puma.rb ends Puma 5 and later with an error; remove the line, systemd does that",
  ])
  expect(read('daemonize').notes.length).toBe(1)
  expect(read('daemonize false\n# daemonize').notes).toEqual([])
})

test('a last word counts, and preload_app! may be taken back', () => {
  expect(read('preload_app!\npreload_app! false').preloads).toBe(false)
  expect(read('workers 2\nworkers 0').workers).toBe(0)
  expect(read('').preloads).toBeUndefined()
})

test.each(['', '\0\0', 'bind', 'bind(', 'port ,', 'pidfile "', '"'.repeat(50_000), 'x = "#{x}"\nbind x'])(
  'no text is too odd: %j',
  (text) => expect(read(text).binds).toEqual([]),
)
