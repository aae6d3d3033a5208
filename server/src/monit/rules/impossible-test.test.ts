import { describe, test } from 'vitest'
import { checkRule } from '../testing/check.ts'
import { impossibleTest } from './impossible-test.ts'

describe('impossible-test', () => {
  test('more than everything', () =>
    checkRule(
      impossibleTest,
      `
check system host
  if cpu usage (user) > 100% then alert
#    ^^^^^^^^^^^^^^^^^^^^^^^ warning: this is never true: it is never above 100%
  if memory usage <= 100% for 3 cycles then alert
#    ^^^^^^^^^^^^^^^^^^^^ warning: this is always true: it is never above 100%
  if swap = 101% then alert
#    ^^^^^^^^^^^ warning: this is never true: it is never above 100%
`,
    ))
  test('less than nothing', () =>
    checkRule(
      impossibleTest,
      `
check process app with pidfile /run/app.pid
  if children < 0 then alert
#    ^^^^^^^^^^^^ warning: this is never true: it is never below 0
  if uptime >= 0 then alert
#    ^^^^^^^^^^^ warning: this is always true: it is never below 0
`,
    ))
  test('what can be, and sums that go beyond a hundred', () =>
    checkRule(
      impossibleTest,
      `
check process app with pidfile /run/app.pid
  if cpu >= 100% then alert
  if total memory > 120% then alert
  if total cpu > 100% then alert
  if memory > 200 MB then alert
  if children > 0 then alert
  if uptime < {{ n }} then alert
check filesystem root with path /
  if space free < 1% then alert
  if inodes > 30000 then alert
check program p with path /bin/p
  if status < 0 then alert
`,
    ))
})
