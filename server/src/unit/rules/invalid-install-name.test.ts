import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { invalidInstallName } from './invalid-install-name.ts'

test('what systemctl enable refuses, and what it ignores', () =>
  checkRule(
    invalidInstallName,
    `
[Install]
WantedBy=multi-user
#        ^^^^^^^^^^ error: 'multi-user' does not end in a type of unit, such as '.target'
Alias=www.socket
#     ^^^^^^^^^^ error: 'www.socket' can't be another name of a service unit; it must end in '.service'
DefaultInstance=1
#               ^ warning: 'DefaultInstance=' is for templates, whose names end in '@.TYPE'; 'systemctl enable' ignores it
`,
  ))

test('a drop-in may be for a template', () =>
  checkRule(invalidInstallName, '[Install]\nDefaultInstance=1\n', { file: 'web.service.d/a.conf' }))

test('the fix', () =>
  checkFix(invalidInstallName, '[Install]\nWantedBy=multi-user\n', '[Install]\nWantedBy=multi-user.target\n'))
