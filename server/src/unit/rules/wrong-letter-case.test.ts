import { expect, test } from 'vitest'
import { allFindings, checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { wrongLetterCase as rule } from './wrong-letter-case.ts'

test('sections and directives', () =>
  checkRule(
    rule,
    `
[UNIT]
#^^^^ warning: section names are case-sensitive: '[UNIT]' is not '[Unit]'
[Service]
  execstart = /srv/web/run
# ^^^^^^^^^ warning: directive names are case-sensitive: 'execstart=' is not 'ExecStart='
RestartSEC=5
^^^^^^^^^^ warning: directive names are case-sensitive: 'RestartSEC=' is not 'RestartSec='
`,
  ))

test('fixes', () => {
  checkFix(rule, '[service]\r\nExecStart=/a\r\n', '[Service]\r\nExecStart=/a\r\n')
  checkFix(rule, '[Service]\n EXECSTART = /a', '[Service]\n ExecStart = /a')
  expect(findingsOf(rule, '[timer]\n')[0]?.fixes).toEqual([])
})

test('keys of your own, tags, and sections that systemd skips', () => {
  checkRule(rule, '[X-service]\nexecstart=/a\n[Service]\nX-execstart=/a\nexec{{ x }}=/a\n@execstart@=/a\n')
  checkRule(rule, '[servcie]\nexecstart=/a\n[Timer]\noncalendar=daily\n')
})

test('one finding a line, and none below a section in the wrong case', () => {
  const rules = (text: string) => allFindings(text).map((each) => each.rule)
  expect(rules('[service]\nexecstart=/a\njunk\n')).toEqual([rule.id])
  expect(rules('[Service]\nExecStart=/a\nrestart=bogus\n')).toEqual([rule.id])
})
