import { expect, test } from 'vitest'
import { allFindings, checkAcross } from '../testing/across.ts'
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

test.each([
  ['    puma (6.0.0)'],
  ['    puma (5.6.5)\n    sd_notify (0.1.1)'],
  ['    puma (4.3.12)\n    puma-plugin-systemd (0.1.5)'],
  ['    rack (2.2.4)\n      puma (5.6.5)'],
  ['    puma (5.6.5)', 'Type=simple\nExecStart=/srv/web/bin/puma'],
  ['    puma (5.6.5)', 'ExecStart=/srv/web/bin/puma'],
  ['    puma (5.6.5)', 'Type=notify\nExecStart=/usr/bin/puma'],
  ['    puma (5.6.5)', 'Type=notify\nExecStart=/srv/web/run'],
])('silent: %j and %j', (...args) => expect(isFound(...(args as [string]))).toBe(false))

test('silent where the versions may be those of another app', () => {
  const second = '-- other/Gemfile.lock --\nGEM\n  specs:\n    puma (5.6.5)\n'
  expect(isFound(`    puma (5.6.5)\n${second}`)).toBe(false)
  // Its own is the one beside its configuration.
  const config = '-- config/puma.rb --\nworkers 2\n'
  expect(isFound(`    puma (5.6.5)\n${second}${config}`)).toBe(true)
})
