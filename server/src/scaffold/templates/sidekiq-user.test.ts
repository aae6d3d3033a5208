import { describe, expect, test } from 'vitest'
import { completeAnswers } from '../answers.ts'
import { detectFacts } from '../detect/detect-facts.ts'
import type { Answers } from '../template.ts'
import { inMemory } from '../testing/in-memory.ts'
import { sidekiqUser } from './sidekiq-user.ts'

const lock = (version: string) => `GEM\n  specs:\n    sidekiq (${version})\n`

/** What comes of an app with these files, where nothing but this is said. */
async function render(files: Readonly<Record<string, string>>, said: Answers = {}) {
  const placed = Object.entries(files).map(([name, text]) => [`/home/deploy/shop/${name}`, text])
  const facts = await detectFacts(
    inMemory(Object.fromEntries(placed)),
    'file:///home/deploy/shop',
    '/home/deploy',
  )
  const completed = completeAnswers(sidekiqUser, facts, said)
  if (completed.kind === 'incomplete') throw new Error(completed.problems[0]?.message)
  return sidekiqUser.render(completed.answers)
}

test('what the project says is in the service', async () => {
  const { files, nextSteps } = await render({
    Gemfile: '',
    'Gemfile.lock': lock('7.2.4'),
    '.ruby-version': '3.3.0',
    'config/sidekiq.yml': ':timeout: 40\n:queues: [default]\n',
    Procfile: 'worker: bundle exec sidekiq -C config/sidekiq.yml -c 7\n',
  })
  expect(files.map(({ path }) => path)).toEqual(['config/systemd/user/sidekiq-shop.service'])
  expect(files[0]!.text).toMatchInlineSnapshot(`
    "[Unit]
    Description=Sidekiq of shop
    StartLimitIntervalSec=60
    StartLimitBurst=5

    [Service]
    Type=notify
    WorkingDirectory=%h/shop
    Environment=RAILS_ENV=production
    Environment=MALLOC_ARENA_MAX=2
    Environment=RBENV_ROOT=%h/.rbenv
    Environment=RBENV_VERSION=3.3.0
    ExecStart=%h/.rbenv/bin/rbenv exec bundle exec sidekiq -C config/sidekiq.yml -c 7 -t 40
    Restart=always
    RestartSec=1
    KillMode=mixed
    TimeoutStopSec=50
    WatchdogSec=30
    SyslogIdentifier=sidekiq-shop

    [Install]
    WantedBy=default.target
    "
  `)
  expect(nextSteps.at(-1)?.command).toBe('loginctl enable-linger')
})

test.each([
  ['6.0.5', 'simple'],
  ['6.0.6', 'notify'],
  ['6.1.0', 'notify'],
  ['8.0.1', 'notify'],
  ['5.2.10', 'simple'],
])('Sidekiq %s is of the type %s', async (version, type) => {
  const { text } = (await render({ Gemfile: '', 'Gemfile.lock': lock(version) })).files[0]!
  expect(text).toContain(`\nType=${type}\n`)
  expect(text.includes('WatchdogSec=')).toBe(type === 'notify')
})

describe('monit', () => {
  const check = async (said: Answers) => {
    const { files } = await render({ Gemfile: '' }, { monit: 'yes', ...said })
    return { service: files[0]!.text, check: files[1]!.text }
  }

  test('finds the process by what ps shows of it', async () => {
    const { service, check: text } = await check({ name: 'jobs.low' })
    expect(service).toMatch(/ExecStart=.* -g jobs\.low\n/)
    const pattern = /matching "(.+)"/.exec(text)?.[1]
    expect('sidekiq 6.4.1 jobs.low [0 of 5 busy]').toMatch(new RegExp(pattern!))
    expect('sidekiq 7.2.4 other [1 of 5 busy] stopping').not.toMatch(new RegExp(pattern!))
  })

  test('waits until the jobs had their time', async () => {
    expect((await check({ timeout: '300' })).check).toMatch(/stop program = .*\n.* with timeout 315 seconds/)
    expect((await check({ timeout: '5' })).check).toMatch(/stop program = .*\n.* with timeout 90 seconds/)
  })
})

test("the app's own script is run by the Ruby of the version manager", async () => {
  const files = { Gemfile: '', '.ruby-version': '3.3.0', 'bin/sidekiq': '#!/usr/bin/env ruby\n' }
  const commandOf = async (ruby: string) =>
    /^ExecStart=(.*) -t 25$/m.exec((await render(files, { ruby })).files[0]!.text)?.[1]
  expect(await commandOf('rbenv')).toBe('%h/.rbenv/bin/rbenv exec ruby bin/sidekiq')
  expect(await commandOf('rvm')).toBe('%h/.rvm/wrappers/ruby-3.3.0/ruby bin/sidekiq')
  expect(await commandOf('mise')).toBe('%h/.local/share/mise/installs/ruby/3.3.0/bin/ruby bin/sidekiq')
  expect(await commandOf('system')).toBe('/usr/bin/ruby bin/sidekiq')
  expect(await commandOf('package')).toBe('/usr/bin/sidekiq')
})

test.each([
  ['timeout', '0', "'0' is no number of seconds; accepted: a whole one such as 25"],
  ['concurrency', 'x', "'x' is no number of that; accepted: 1 to 9999, or nothing"],
  ['config', '-x', "'-x' looks like an option; write './-x'"],
  [
    'queues',
    'a b,high',
    "'b,high' is no queue; accepted: a name, and behind a comma how often it comes first, such as critical,2",
  ],
])('%s %j is refused', async (name, value, message) => {
  await expect(render({ Gemfile: '' }, { [name]: value })).rejects.toThrow(message)
})

test('a folder without an app is said', async () => {
  const facts = await detectFacts(inMemory({ '/srv/README.md': '' }), 'file:///srv', undefined)
  expect(sidekiqUser.unfit(facts)).toBe("there is no app in '/srv': neither Gemfile nor config/sidekiq.yml")
})
