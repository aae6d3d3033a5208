import { expect, test } from 'vitest'
import { allFindings, checkFix, checkRule } from '../testing/check.ts'
import { quotedValue as rule } from './quoted-value.ts'

test('part of the value', () => {
  checkRule(
    rule,
    `
[Unit]
Description="Web"
#           ^^^^^ hint: quotes are part of the value of 'Description='; leave them out
ConditionHost='web1'
#             ^^^^^^ warning: quotes are part of the value of 'ConditionHost='; leave them out
[Service]
User="deploy"
#    ^^^^^^^^ error: quotes are part of the value of 'User=', and the service ends with status 217/USER; leave them out
Group='www'
#     ^^^^^ error: quotes are part of the value of 'Group=', and the service ends with status 216/GROUP; leave them out
SupplementaryGroups="adm video" 'ssl-cert' tty
#                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ error: quotes are part of the value of 'SupplementaryGroups=', and the service ends with status 216/GROUP; leave them out
SyslogIdentifier="web"
#                ^^^^^ warning: quotes are part of the value of 'SyslogIdentifier='; leave them out
`,
  )
})

test('quotes where they belong', () => {
  checkRule(
    rule,
    '[Unit]\nDescription="Web" and more\nDescription=A "web"\nDescription="a" b "c"\nDescription="\nConditionKernelVersion=">=5"\n[Service]\nEnvironment="A=b c"\nUser="{{ user }}"\nExecStart="/a b"\n',
  )
})

test('without', () => {
  checkFix(rule, '[Service]\nUser="deploy"\nExecStart=/a\n', '[Service]\nUser=deploy\nExecStart=/a\n')
})

test('without, in a list', () => {
  checkFix(
    rule,
    `[Service]\nSupplementaryGroups="adm video" 'tty'\nExecStart=/a\n`,
    '[Service]\nSupplementaryGroups=adm video tty\nExecStart=/a\n',
  )
  checkRule(rule, '[Service]\nSupplementaryGroups=adm video\nSupplementaryGroups=o"k\n')
})

test('is said once', () => {
  const rules = allFindings('[Service]\nUser="deploy"\nGroup=\'a\'\nExecStart=/a\n').map(
    (finding) => finding.rule,
  )
  expect(rules).toEqual([rule.id, rule.id])
  const list = allFindings('[Service]\nSupplementaryGroups="a" b\nExecStart=/a\n').map(({ rule }) => rule)
  expect(list).toEqual([rule.id])
  const open = allFindings('[Service]\nUser="deploy\nExecStart=/a\n').map((finding) => finding.rule)
  expect(open).toEqual(['invalid-name'])
})
