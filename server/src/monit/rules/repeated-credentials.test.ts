import { test } from 'vitest'
import { checkRule } from '../testing/check.ts'
import { repeatedCredentials } from './repeated-credentials.ts'

test('a user and a group twice', () => {
  checkRule(
    repeatedCredentials,
    `
set httpd port 2812
  allow admin:"old"
  allow admin:"new" readonly
# ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: the user 'admin' is let in above already, and monit skips this one
  allow @ops
  allow @ops
# ^^^^^^^^^^ warning: the group 'ops' is let in above already, and monit skips this one
  allow other:"old"
`,
  )
})
