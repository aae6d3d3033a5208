import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { invalidName } from './invalid-name.ts'

test('a user that cannot be one keeps the unit from loading', () =>
  checkRule(
    invalidName,
    `
[Service]
User=web:web
#    ^^^^^^^ error: 'web:web' is no name of a user or group; ':' and '/' are not accepted in one
SupplementaryGroups=adm 65535
#                       ^^^^^ error: '65535' is no number of a user or group; 'SupplementaryGroups=' takes 0 to 4294967294 without 65535
`,
  ))

test('what systemd only remarks on is information', () =>
  checkRule(
    invalidName,
    `
[Service]
User=web.app
#    ^^^^^^^ information: systemd takes 'web.app' with a remark: strict names begin with a letter or '_' and go on with letters, digits, '_' and '-'
`,
  ))

test('a comment behind a user is as bad as what systemd makes of it', () => {
  checkRule(
    invalidName,
    `
[Service]
User=web # not a/b
#        ^^^^^^^^^ error: a comment can't stand behind a value; systemd takes '# not a/b' as part of it and refuses it
`,
  )
  checkRule(
    invalidName,
    `
[Service]
User=web # us
#    ^^^^^^^^ information: systemd takes 'web # us' with a remark: strict names begin with a letter or '_' and go on with letters, digits, '_' and '-'
`,
  )
})

test('an instance that is none', () =>
  checkRule(
    invalidName,
    `
[Service]
User=%i
#    ^^ error: the specifiers in 'User=' come to nothing; '%i' is empty in 'web.service', which is no template; those have an '@' before the dot
`,
  ))

test('the fix of an address', () =>
  checkFix(invalidName, '[Unit]\nDocumentation=nginx(8)\n', '[Unit]\nDocumentation=man:nginx(8)\n'))
