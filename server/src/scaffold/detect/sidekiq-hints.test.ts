import { describe, expect, test } from 'vitest'
import { configOf, noSidekiqHints, readSidekiqHints } from './sidekiq-hints.ts'

const read = (text: string, command?: string) => readSidekiqHints('config/sidekiq.yml', text, command)

describe('the timeout', () => {
  test.each([
    ['timeout: 30', 30],
    [':timeout: 30 # seconds', 30],
    ['---\n:timeout: 8\nproduction:\n  :timeout: 60\nstaging:\n  :timeout: 5\n', 60],
    [':timeout: <%= ENV.fetch("SIDEKIQ_TIMEOUT", 40) %>', 40],
    [":timeout: <%= (ENV['SIDEKIQ_TIMEOUT'] || 45).to_i %>", 45],
    [':timeout: <%= compute(1) %>', undefined],
    ['# timeout: 30', undefined],
    ['limits:\n  timeout: 30', undefined],
    ['', undefined],
  ])('of %j is %j', (text, timeout) => expect(read(text).timeout).toBe(timeout))

  test('of the command has the last word', () =>
    expect(read('timeout: 30', 'bundle exec sidekiq -t 50').timeout).toBe(50))
})

test('the command says what to work on', () => {
  const command = `RAILS_MAX_THREADS=5 bundle exec sidekiq -c 7 -q critical,2 --queue=default -qlow -r ./app.rb -C 'config/worker.yml'`
  expect(read('concurrency: 3', command)).toEqual({
    ...noSidekiqHints,
    file: 'config/sidekiq.yml',
    concurrency: '7',
    queues: ['critical,2', 'default', 'low'],
    require: './app.rb',
  })
  expect(configOf(command)).toBe('config/worker.yml')
})

test('variables of the shell say nothing', () => {
  expect(read('', 'bundle exec sidekiq -c $SIDEKIQ_THREADS -t "$TIME"')).toEqual({
    ...noSidekiqHints,
    file: 'config/sidekiq.yml',
  })
})

test('daemon is reported, unless it is off', () => {
  expect(read('production:\n  :daemon: true\n').notes).toEqual([
    "'daemon' in config/sidekiq.yml hides Sidekiq 5 from systemd and means nothing to later ones; remove the line, systemd does that",
  ])
  expect(read(':daemon: false').notes).toEqual([])
})

test.each(['\0', '-c', '-C', '--queue=', "-q '", '"'.repeat(50_000)])(
  'no command is too odd: %#',
  (command) => expect(read('', command)).toMatchObject({ concurrency: undefined, queues: [] }),
)
