import { describe, test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { cronMinuteMissed } from './cron-minute-missed.ts'

const old = { monitVersion: '5.33.0' }
const file = (daemon: number, every: string) => `
set daemon ${daemon}
check process app with pidfile /run/app.pid
  ${every}
`

describe('cron-minute-missed', () => {
  test('single minutes, with rounds longer than one', () =>
    checkRule(
      cronMinuteMissed,
      `${file(300, 'every "0,30-32 5 * * *"')}#        ^^^^^^^ warning: monit looks at the clock every 300 seconds (set daemon), and mostly misses minute 0,30-32\n`,
      old,
    ))
  test.each([
    [60, 'every "0 3 * * *"'],
    [120, 'every "* 3 * * *"'],
    [120, 'every "0,10-12 3 * * *"'],
    [120, 'every 3 cycles'],
    [120, 'not every "0 3 * * *"'],
    [120, 'every "0 3 * * *"\n  every "* 3 * * *"'],
  ])('not with %d and %s', (daemon, every) => checkRule(cronMinuteMissed, file(daemon, every), old))
  test('the fix names as many minutes as a round is long', () =>
    checkFix(
      cronMinuteMissed,
      file(120, 'every "0 3 * * *"'),
      file(120, 'every "0-2 3 * * *"').replace(/^\n/, ''),
      old,
    ))
  test('not from 6.0 on, which wakes up for the minute', () =>
    checkRule(cronMinuteMissed, file(300, 'every "0 3 * * *"'), { monitVersion: '6.0.0' }))
})
