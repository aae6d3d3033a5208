import { expect, test } from 'vitest'
import { allFindings, checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { legacyValue as rule } from './legacy-value.ts'

test('values that systemd remarks on', () =>
  checkRule(
    rule,
    `
[Service]
StandardOutput=syslog
#              ^^^^^^ information: 'syslog' is obsolete in 'StandardOutput='; systemd takes it as 'journal'
StandardError = syslog+console
#               ^^^^^^^^^^^^^^ information: 'syslog+console' is obsolete in 'StandardError='; systemd takes it as 'journal+console'
KillMode=none
#        ^^^^ warning: 'none' is strongly discouraged in 'KillMode='; accepted: control-group, process, mixed
`,
  ))

test('their heirs are fine, and so is none elsewhere', () =>
  checkRule(rule, '[Service]\nStandardOutput=journal\nKillMode=mixed\nNotifyAccess=none\n'))

test('fixes', () => {
  checkFix(rule, '[Service]\r\nStandardOutput=syslog\r\n', '[Service]\r\nStandardOutput=journal\r\n')
  expect(findingsOf(rule, '[Service]\nKillMode=none\n')[0]?.fixes).toEqual([])
})

test('a comment behind one is the worse mistake', () => {
  const found = allFindings('[Service]\nExecStart=/a\nStandardOutput=syslog # old\n')
  expect(found.map((each) => each.rule)).toEqual(['invalid-enum-value'])
})

test('tags and keys of your own', () =>
  checkRule(rule, '[Service]\nStandardOutput=syslog{{ x }}\nX-KillMode=none\n[X-Service]\nKillMode=none\n'))
