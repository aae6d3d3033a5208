import { expect, test } from 'vitest'
import { allFindings, checkFix, checkRule } from '../testing/check.ts'
import { badControlComment as rule } from './bad-control-comment.ts'

const accepted = "accepted: 'allow RULE', 'instance=system', 'instance=user'"

test('comments that say nothing', () =>
  checkRule(
    rule,
    `
# unitwright: instance=session
#                      ^^^^^^^ warning: 'session' is not accepted by 'instance='; accepted: system, user
# unitwright: version = 252
#             ^^^^^^^ warning: a comment can't set 'version='; ${accepted}
[Service]
  ; unitwright: ignore all  
#               ^^^^^^^^^^ warning: 'ignore all' has no meaning here; ${accepted}
# unitwright: allow
#             ^^^^^ warning: 'allow' has no meaning here; ${accepted}
# unitwright:
^^^^^^^^^^^^^ warning: nothing stands behind 'unitwright:'; ${accepted}
# unitwright: toString=1
#             ^^^^^^^^ warning: a comment can't set 'toString='; ${accepted}
ExecStart=/srv/web/run
`,
  ))

test('comments that do', () =>
  checkRule(
    rule,
    `
# unitwright: instance=user
# unitwright:instance = system
; unitwright: allow trailing-comment
# unitwright is a program
# For unitwright: nothing
[Service]
`,
  ))

test('fixes of slips', () => {
  checkFix(rule, '# unitwright: instance=sytem\n', '# unitwright: instance=system\n')
  checkFix(rule, '# unitwright: Instance=user\r\n', '# unitwright: instance=user\r\n')
})

test('one finding, and it can be silenced', () => {
  expect(allFindings('[Service]\n# unitwright: allow\nExecStart=/a\n')).toHaveLength(1)
  checkRule(rule, '# unitwright: allow bad-control-comment\n# unitwright: foo\n[Service]\n')
})
