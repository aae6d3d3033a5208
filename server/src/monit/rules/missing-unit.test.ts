import { describe, test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { missingUnit } from './missing-unit.ts'

const head = 'check filesystem root with path /\n'

describe('missing-unit', () => {
  test('sizes and shares', () =>
    checkRule(
      missingUnit,
      `
check process app with pidfile /run/app.pid
  if total memory > 512 for 3 cycles then restart
#                   ^^^ warning: without a unit this is 512 bytes; accepted: %, kB, MB, GB
check filesystem root with path /
  if space usage > 90 then alert
#                  ^^ warning: without a unit this is 90 bytes; accepted: %, kB, MB, GB
  if inode usage > 90 then alert
#                  ^^ warning: without a unit this is 90 inodes; accepted: %
`,
    ))
  test('what has one, and what can be meant', () =>
    checkRule(
      missingUnit,
      `
check filesystem root with path /
  if space > 90% then alert
  if space > 5 GB then alert
  if space > 1 kb then alert
  if space free < 1000000000 then alert
  if space > 0 then alert
  if inodes > 30000 then alert
  if space > {{ limit }} then alert
`,
    ))
  test('the fixes', () => {
    checkFix(missingUnit, `${head}  if space > 90 then alert\n`, `${head}  if space > 90% then alert\n`)
    checkFix(missingUnit, `${head}  if space > 90 then alert\n`, `${head}  if space > 90 MB then alert\n`, {
      title: "Add 'MB'",
    })
    checkFix(missingUnit, `${head}  if space > 900 then alert\n`, `${head}  if space > 900 MB then alert\n`)
  })
})
