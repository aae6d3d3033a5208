import { describe, test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { missingOperator } from './missing-operator.ts'

describe('missing-operator', () => {
  test('what is measured', () =>
    checkRule(
      missingOperator,
      `
check system host
  if cpu usage is 80% then alert
#    ^^^^^^^^^^^^^^^^ warning: without '>' or '<' this is true at exactly 80% only
  if loadavg(5min) of 4 for 3 cycles then alert
#    ^^^^^^^^^^^^^^^^^^ warning: without '>' or '<' this is true at exactly 4 only
`,
    ))
  test('an operator of whatever kind, and what is counted', () =>
    checkRule(
      missingOperator,
      `
check process app with pidfile /run/app.pid
  if cpu greater than 80% then alert
  if memory == 5 MB then alert
  if children 3 then alert
check program p with path /bin/p
  if status 1 then alert
`,
    ))
  test('the fix', () => {
    const head = 'check filesystem root with path /\n'
    checkFix(
      missingOperator,
      `${head}  if space usage 80% then alert\n`,
      `${head}  if space usage > 80% then alert\n`,
    )
    checkFix(
      missingOperator,
      `${head}  if space free 1 GB then alert\n`,
      `${head}  if space free < 1 GB then alert\n`,
    )
  })
})
