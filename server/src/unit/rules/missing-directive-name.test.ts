import { expect, test } from 'vitest'
import { allFindings, checkRule } from '../testing/check.ts'
import { missingDirectiveName as rule } from './missing-directive-name.ts'

test('nothing before the equals sign', () =>
  checkRule(
    rule,
    `
[Service]
=/srv/web/run
^^^^^^^^^^^^^ warning: a name is missing before '='; the line is ignored
  = 
# ^ warning: a name is missing before '='; the line is ignored
ExecStart==x
`,
  ))

test('tags and sections that systemd skips', () =>
  checkRule(rule, '[Service]\n{{ key }}=a\n[X-Service]\n=a\n[Servcie]\n=a\n'))

test('one finding a line', () => {
  const found = allFindings('[Service]\nExecStart=/a\n=x # y\n')
  expect(found.map((each) => each.rule)).toEqual([rule.id])
})
