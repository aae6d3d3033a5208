import { expect, test } from 'vitest'
import { allFindings, checkAcross, fixedAcross } from '../testing/across.ts'
import { notifyWithoutGem as rule } from './notify-without-gem.ts'

const service = (gems: string, lines = 'Type=notify\nExecStart=/srv/web/bin/puma') => `-- web.service --
[Service]
WorkingDirectory=/srv/web
${lines}
-- Gemfile.lock --
GEM
  remote: https://rubygems.org/
  specs:
${gems}
`
const isFound = (...args: Parameters<typeof service>) =>
  allFindings(service(...args)).some((each) => each.rule === rule.id)

test('a version that needs a gem', () =>
  checkAcross(
    rule,
    `-- web.service --
[Service]
Type=notify
#    ^^^^^^ error: Puma 5.6.5 tells systemd that it is ready only with the gem 'sd_notify', so the start hangs until it is given up; add the gem 'sd_notify', or write Type=simple
ExecStart=/srv/web/bin/bundle exec puma
-- Gemfile.lock --
GEM
  specs:
    puma (5.6.5)
      nio4r (~> 2.0)
`,
  ))

test('a version that never does', () => {
  const [finding] = allFindings(service('    puma (4.3.12)')).filter((each) => each.rule === rule.id)
  expect(finding?.message).toBe(
    'Puma 4.3.12 never tells systemd that it is ready, so the start hangs until it is given up; write Type=simple, or take Puma 6',
  )
  expect(isFound('    puma (5.0.4)')).toBe(true)
})

test('without the gem no watchdog is answered either', () => {
  const lines = (type: string) => `${type}\nWatchdogSec=10\nExecStart=/srv/web/bin/puma`
  const found = (gems: string, type: string) =>
    allFindings(service(gems, lines(type))).flatMap((each) => (each.rule === rule.id ? [each.message] : []))
  const told =
    "Puma 5.6.5 sends watchdog pings only with the gem 'sd_notify', so systemd ends it whenever this time is over; add the gem 'sd_notify', or remove this line"
  expect(found('    puma (5.6.5)', 'Type=simple')).toEqual([told])
  expect(found('    puma (5.6.5)', '')).toEqual([told])
  expect(found('    puma (4.3.12)', 'Type=simple')[0]).toContain('sends no watchdog pings')
  expect(found('    puma (5.6.5)\n    sd_notify (0.1.1)', 'Type=simple')).toEqual([])
  expect(found('    puma (6.4.2)', 'Type=simple')).toEqual([])
  expect(found('    puma (5.6.5)', 'Type=notify')).toEqual([
    "Puma 5.6.5 tells systemd that it is ready only with the gem 'sd_notify', so the start hangs until it is given up; add the gem 'sd_notify', or write Type=simple and remove WatchdogSec=",
  ])
  expect(fixedAcross(rule, service('    puma (5.6.5)', lines('Type=notify')))).toBe(
    '[Service]\nWorkingDirectory=/srv/web\nType=simple\nExecStart=/srv/web/bin/puma\n',
  )
})

test('the fix leaves the file of a drop-in alone', () => {
  const own = `-- web.service --
[Service]
Type=notify
ExecStart=/srv/web/bin/puma
-- web.service.d/watchdog.conf --
[Service]
WatchdogSec=10
-- Gemfile.lock --
GEM
  specs:
    puma (5.6.5)
`
  const [finding] = allFindings(own).filter((each) => each.rule === rule.id)
  expect(finding?.message).toContain('remove WatchdogSec=')
  expect(finding?.fixes[0]?.edits).toHaveLength(1)
  expect(fixedAcross(rule, own)).toBe('[Service]\nType=simple\nExecStart=/srv/web/bin/puma\n')
})

test.each([
  ['    puma (6.0.0)'],
  ['    puma (5.6.5)\n    sd_notify (0.1.1)'],
  ['    puma (4.3.12)\n    puma-plugin-systemd (0.1.5)'],
  ['    rack (2.2.4)\n      puma (5.6.5)'],
  ['    puma (5.6.5)', 'Type=simple\nExecStart=/srv/web/bin/puma'],
  ['    puma (5.6.5)', 'ExecStart=/srv/web/bin/puma'],
  ['    puma (5.6.5)', 'Type=notify\nExecStart=/usr/bin/puma'],
  ['    puma (5.6.5)', 'Type=notify\nExecStart=/srv/web/run'],
  ['    puma (5.6.5)', 'Type=notify\nExecStart=/home/web/.rbenv/shims/puma'],
  ['    puma (5.6.5)', 'Type=notify\nExecStart=/home/web/.rvm/wrappers/web/puma'],
  [
    '    puma (5.6.5)',
    'Type=notify\nEnvironment=BUNDLE_GEMFILE=/srv/web/other\nExecStart=/usr/bin/bundle exec puma',
  ],
  ['    puma (5.6.5)', 'Type=notify\nExecStart=/srv/web/bin/puma --plugin ready'],
  ['    puma (5.6.5)', "Type=notify\nExecStart=/bin/sh -c 'systemd-notify --ready; exec /srv/web/bin/puma'"],
  ['<<<<<<< HEAD\n    puma (5.6.5)\n=======\n    puma (6.4.2)\n>>>>>>> main'],
  ['    puma (4.3.12)\n-- config/puma.rb --\nplugin :systemd'],
  ['    puma (4.3.12)\n-- config/puma.rb --\non_worker_boot { system "systemd-notify --ready" }'],
])('silent: %j and %j', (...args) => expect(isFound(...(args as [string]))).toBe(false))

test('with a version manager what Bundler starts is still the app’s', () => {
  const lines = 'Type=notify\nExecStart=/home/web/.rbenv/shims/bundle exec puma'
  expect(isFound('    puma (5.6.5)', lines)).toBe(true)
})

test('silent where the versions may be those of another app', () => {
  const second = '-- other/Gemfile.lock --\nGEM\n  specs:\n    puma (5.6.5)\n'
  expect(isFound(`    puma (5.6.5)\n${second}`)).toBe(false)
  const template = '-- app@.service --\n[Service]\nWorkingDirectory=/srv/%i\nExecStart=/srv/%i/bin/puma\n'
  expect(isFound(`    puma (5.6.5)\n${template}`)).toBe(false)
  // Its own is the one beside its configuration.
  const config = '-- config/puma.rb --\nworkers 2\n'
  expect(isFound(`    puma (5.6.5)\n${second}${config}`)).toBe(true)
})
