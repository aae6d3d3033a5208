import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { invalidListItem as rule } from './invalid-list-item.ts'

test('items that nobody knows', () =>
  checkRule(
    rule,
    `
[Service]
SystemCallFilter=~@privilged opn
#                 ^^^^^^^^^^ warning: there is no group '@privilged' of system calls; systemd leaves it out
#                            ^^^ warning: there is no system call 'opn'; 'SystemCallFilter=' leaves it out
DeviceAllow=/dev/null rwx
#                     ^^^ warning: 'rwx' is no access to a device; accepted: r to read, w to write, m to make the device, or several of them
`,
  ))

test('the fix puts the sign before a group', () =>
  checkFix(
    rule,
    '[Service]\nSystemCallFilter=system-service\n',
    '[Service]\nSystemCallFilter=@system-service\n',
  ))
