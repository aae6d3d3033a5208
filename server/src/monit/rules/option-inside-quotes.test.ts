import { describe, expect, test } from 'vitest'
import { growsInProportion } from '../../../../test/property/duration.ts'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { optionInsideQuotes as rule } from './option-inside-quotes.ts'

const web = (rest: string) => `check process web with pidfile /run/web.pid\n  start program = ${rest}\n`

test('what is for monit goes to the program', () =>
  checkRule(
    rule,
    `
check process web with pidfile /run/web.pid
  start program = "/bin/bash -lc '/srv/run' as uid deploy and gid deploy"
#                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: within the quotes these are arguments of 'bash', which runs as root; what is for monit stands behind the closing quote
    with timeout 20 seconds
  stop program = "/srv/halt with timeout 60 seconds"
#                           ^^^^^^^^^^^^^^^^^^^^^^^ warning: within the quotes these are arguments of 'halt'; what is for monit stands behind the closing quote
check program disk with path "/srv/disk with timeout 5 seconds"
#                                       ^^^^^^^^^^^^^^^^^^^^^^ warning: within the quotes these are arguments of 'disk'; what is for monit stands behind the closing quote
  if status != 0 then exec "/srv/clean as uid <%= user %> and gid <%= user %>" repeat every 5 cycles
#                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: within the quotes these are arguments of 'clean', which runs as root; what is for monit stands behind the closing quote
`,
    { file: 'web.monit.erb' },
  ))

test.each([
  '"/srv/run" as uid deploy and gid deploy with timeout 60 seconds',
  '"/usr/sbin/useradd --uid 5 deploy"',
  '"/usr/bin/say as uid deploy now"',
  '"/usr/bin/timeout 60 /srv/run"',
  `"/bin/sh -c 'wait with timeout 60 seconds'"`,
  `"/bin/sh -c 'run as uid deploy'"`,
  '"<%= run %> as uid deploy"',
])('%s has none', (rest) => expect(findingsOf(rule, web(rest), { file: 'web.monit.erb' })).toEqual([]))

test.each(['as uid <%= a %>', 'as uid a ', 'as uid a and gid b ', '{{ a }}', ' '])(
  '%j again and again takes time in proportion',
  (piece) => {
    const text = (times: number) => web(`"/srv/run as uid ${piece.repeat(times)} now"`)
    expect(growsInProportion((times) => findingsOf(rule, text(times)), 1000)).toBe(true)
  },
)

describe('the fix', () => {
  test('moves it behind the quotes, before a timeout', () =>
    checkFix(
      rule,
      web(`"/bin/bash -lc '/srv/run' as uid deploy and gid deploy" with timeout 20 seconds`),
      web(`"/bin/bash -lc '/srv/run'" as uid deploy and gid deploy with timeout 20 seconds`),
    ))
  test('keeps their order', () =>
    checkFix(
      rule,
      web('"/srv/run as uid a and gid a with timeout 60 seconds"'),
      web('"/srv/run" as uid a and gid a with timeout 60 seconds'),
    ))
  test.each([
    '"/srv/run with timeout 60 seconds" as uid a and gid a',
    '"/srv/run with timeout 60 seconds" with timeout 30 seconds',
    '"/srv/run with timeout 60 seconds as uid a"',
    '"/srv/run as uid deploy" as uid web',
  ])('is none for %s', (rest) => {
    const [finding] = findingsOf(rule, web(rest))
    expect(finding?.fixes).toEqual([])
  })
})
