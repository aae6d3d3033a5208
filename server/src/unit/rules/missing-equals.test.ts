import { expect, test } from 'vitest'
import { allFindings, checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { missingEquals as rule } from './missing-equals.ts'

test('lines that are nothing', () =>
  checkRule(
    rule,
    `
[Service]
ExecStart=/srv/web/run
  --threads 5
# ^^^^^^^^^^^ warning: missing '=' in '--threads 5'; the line is ignored
ExecReload /bin/kill
^^^^^^^^^^^^^^^^^^^^ warning: missing '=' after 'ExecReload'; the line is ignored
Restart: always
^^^^^^^^^^^^^^^ warning: missing '=' after 'Restart'; the line is ignored
RemainAfterExit
^^^^^^^^^^^^^^^ warning: missing '=' after 'RemainAfterExit'; the line is ignored
X-Owner
^^^^^^^ warning: missing '=' in 'X-Owner'; the line is ignored
a line that goes on and on and is longer than what fits
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: missing '=' in 'a line that goes on and on and is lon...'; the line is ignored
`,
  ))

test('a line of several lines', () =>
  expect(findingsOf(rule, '[Service]\nfoo \\\n   bar\n')[0]?.message).toBe(
    "missing '=' in 'foo bar'; the line is ignored",
  ))

test('comments, headers, tags, and sections that systemd skips', () => {
  checkRule(rule, '[Service]\n# foo\n; foo\n\n \t\n[Install]\n')
  checkRule(rule, '[Service]\n<%= line %>\n{{ a }} b\n@LINE@\n{% if x %}\nfoo {{ b }}\n')
  checkRule(rule, '[X-Service]\nfoo\n[Servcie]\nfoo\n[Timer]\nfoo\n')
})

test('the sign takes the place of a colon or blanks', () => {
  checkFix(rule, '[Service]\nRestart: always\n', '[Service]\nRestart=always\n')
  checkFix(rule, '[Service]\r\n  ExecReload   /bin/kill\r\n', '[Service]\r\n  ExecReload=/bin/kill\r\n')
  checkFix(rule, '[Service]\nRemainAfterExit', '[Service]\nRemainAfterExit=')
  const safe = (line: string) => findingsOf(rule, `[Service]\n${line}\n`)[0]?.fixes[0]?.safe
  expect([safe('Restart: always'), safe('Restart always'), safe('Restart')]).toEqual([true, false, false])
})

test('the line above may lack a backslash', () => {
  checkFix(rule, '[Service]\nExecStart=/a\n  --b\n', '[Service]\nExecStart=/a \\\n  --b\n')
  checkFix(rule, '[Service]\r\nExecStart=/a  \r\n  --b\r\n', '[Service]\r\nExecStart=/a \\\r\n  --b\r\n')
  checkFix(rule, '[Service]\nExecStart=/a \\\n  --b\n  --c', '[Service]\nExecStart=/a \\\n  --b \\\n  --c')
  const fixes = (above: string) => findingsOf(rule, `[Service]\n${above}--b\n`)[0]?.fixes
  expect(fixes('')).toEqual([])
  expect(fixes('# a\n')).toEqual([])
  expect(fixes('ExecStart=/a\n\n')).toEqual([])
  expect(fixes('ExecStart=/a \\ \n')).toEqual([])
})

test('the line above may have a backslash too many', () =>
  checkFix(rule, '[Service]\nExecStart=/a \\\\\n  --b\n', '[Service]\nExecStart=/a \\\n  --b\n'))

test('with the backslash all is well', () =>
  expect(allFindings('[Service]\nExecStart=/a \\\n  --b\n')).toEqual([]))
