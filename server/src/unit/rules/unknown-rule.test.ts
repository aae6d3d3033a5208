import { expect, test } from 'vitest'
import { allFindings, checkFix, checkRule } from '../testing/check.ts'
import { unknownRule as rule } from './unknown-rule.ts'

test('names of no rule', () =>
  checkRule(
    rule,
    `
# unitwright: allow trailing-comment , frobnicate
#                                      ^^^^^^^^^^ warning: there is no rule 'frobnicate'; this silences nothing
[Service]
  ; unitwright:allow traling-comment foreign-section
#                    ^^^^^^^^^^^^^^^ warning: there is no rule 'traling-comment'; did you mean 'trailing-comment'?
ExecStart=/srv/web/run
`,
  ))

test('the fix changes the one name', () =>
  checkFix(
    rule,
    '[Service]\r\n; unitwright: allow unknown-section, wrong-leter-case\r\nA=b',
    '[Service]\r\n; unitwright: allow unknown-section, wrong-letter-case\r\nA=b',
  ))

test('this rule can be silenced like any other', () =>
  checkRule(rule, '# unitwright: allow unknown-rule, frobnicate\n[Service]\nExecStart=/a\n'))

test('other comments', () =>
  checkRule(
    rule,
    '# allow frobnicate\n# unitwright: instance=user\n# see unitwright: allow frobnicate\n[Service]\n',
  ))

test('the finding that was to be silenced still comes', () => {
  const found = allFindings('[Service]\n# unitwright: allow trailing-coment\nExecStart=/a # b\n')
  expect(found.map((each) => each.rule)).toEqual([rule.id, 'trailing-comment'])
})
