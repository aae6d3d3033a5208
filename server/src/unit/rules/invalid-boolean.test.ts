import { expect, test } from 'vitest'
import { allFindings, checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { invalidBoolean as rule } from './invalid-boolean.ts'

test('words that are no booleans', () =>
  checkRule(
    rule,
    `
[Service]
NoNewPrivileges=enabled
#               ^^^^^^^ warning: 'enabled' is no boolean; 'NoNewPrivileges=' takes yes or no
RemainAfterExit = "yes"
#                 ^^^^^ warning: '"yes"' is no boolean; 'RemainAfterExit=' takes yes or no
SendSIGKILL=2
#           ^ warning: '2' is no boolean; 'SendSIGKILL=' takes yes or no
MountAPIVFS=maybe
#           ^^^^^ warning: 'maybe' is no boolean; 'MountAPIVFS=' takes yes or no
`,
  ))

test.each(['1', 'yes', 'y', 'true', 't', 'on', '0', 'no', 'n', 'false', 'f', 'off', 'YES', 'True', 'oFF'])(
  '%s is a boolean',
  (word) => checkRule(rule, `[Service]\nRemainAfterExit=${word} \nPrivateMounts=${word}\n`),
)

test('an empty value is none, except where it resets the directive', () =>
  checkRule(
    rule,
    `
[Service]
RemainAfterExit=
^^^^^^^^^^^^^^^ warning: 'RemainAfterExit=' can't be empty; write yes or no
PrivateMounts=
MountAPIVFS=
`,
  ))

test('PrivateMounts= takes an empty value since 254, MountAPIVFS= always', () => {
  const empty = '[Service]\nPrivateMounts=\nMountAPIVFS=\n'
  checkRule(
    rule,
    `
[Service]
PrivateMounts=
^^^^^^^^^^^^^ warning: 'PrivateMounts=' can't be empty; write yes or no
MountAPIVFS=
MountAPIVFS=x
#           ^ warning: 'x' is no boolean; 'MountAPIVFS=' takes yes or no
`,
    { version: 252 },
  )
  checkRule(rule, empty, { version: 254 })
})

test('a comment behind a boolean', () => {
  const text = `
[Service]
RemainAfterExit=yes # stay up
#                   ^^^^^^^^^ warning: a comment can't stand behind a value; systemd takes '# stay up' as part of it and refuses it
`
  checkRule(rule, text)
  expect(allFindings('[Service]\nExecStart=/a\nRemainAfterExit=yes # stay up\n')).toHaveLength(1)
  checkFix(
    rule,
    '[Service]\n  RemainAfterExit=yes # stay up\n',
    '[Service]\n  # stay up\n  RemainAfterExit=yes\n',
  )
  checkFix(rule, '[Service]\r\nRemainAfterExit=yes # a', '[Service]\r\n# a\r\nRemainAfterExit=yes')
})

test('a comment behind something that is no boolean either', () =>
  checkRule(
    rule,
    `
[Service]
RemainAfterExit=maybe # stay up
#               ^^^^^^^^^^^^^^^ warning: 'maybe # stay up' is no boolean; 'RemainAfterExit=' takes yes or no
`,
  ))

test('a plain misunderstanding is mended, anything else is asked', () => {
  checkFix(rule, '[Service]\nNoNewPrivileges=Disabled\n', '[Service]\nNoNewPrivileges=no\n')
  checkFix(rule, "[Service]\r\nNoNewPrivileges='on'\r\n", '[Service]\r\nNoNewPrivileges=yes\r\n')
  const fixes = findingsOf(rule, '[Service]\nNoNewPrivileges=maybe\n')[0]?.fixes
  expect(fixes?.map(({ title, safe }) => [title, safe])).toEqual([
    ['Change to yes', false],
    ['Change to no', false],
  ])
  expect(findingsOf(rule, '[Service]\nNoNewPrivileges=\n')[0]?.fixes).toEqual([])
})

test('a continued value is replaced as a whole', () =>
  checkFix(
    rule,
    '[Service]\nNoNewPrivileges=\\\n # no shell\n  enabled\n',
    '[Service]\nNoNewPrivileges=\\\n # no shell\n  yes\n',
  ))

test('tags, keys of your own, and directives that the target does not read', () => {
  checkRule(rule, '[Service]\nNoNewPrivileges={{ x }}\nSendSIGKILL=<%= x %>\nRemainAfterExit=@YES@\n')
  checkRule(rule, '[Service]\nX-NoNewPrivileges=maybe\n[X-Service]\nNoNewPrivileges=maybe\n')
  checkRule(rule, '[Service]\nBlockIOAccounting=maybe\n', { version: 262 })
  checkRule(rule, '[Service]\nRootEphemeral=maybe\n', { version: 252 })
})
