import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { repeatedSetting } from './repeated-setting.ts'

test('every twice', () => {
  checkRule(
    repeatedSetting,
    `
check process app with pidfile /run/app.pid
  every 2 cycles
# ^^^^^^^^^^^^^^ warning: 'every' stands twice in this check, and only the last one counts
  not every "* 0-3 * * *"
`,
  )
  checkFix(
    repeatedSetting,
    `
check process app with pidfile /run/app.pid
  every 2 cycles
  not every "* 0-3 * * *"
`,
    `
check process app with pidfile /run/app.pid
  not every "* 0-3 * * *"
`,
    { title: 'remove this one' },
  )
})

test('the address of the web interface twice', () => {
  checkRule(
    repeatedSetting,
    `
set httpd port 2812
  use address localhost
#     ^^^^^^^^^^^^^^^^^ warning: 'address' stands twice in this 'set httpd', and only the last one counts
  use address 192.0.2.1
  allow localhost
`,
  )
})
