import { expect, test } from 'vitest'
import { allFindings, checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { blankAfterBackslash as rule } from './blank-after-backslash.ts'

const message = 'a blank behind the backslash ends the line here; the next line is not part of the value'

test('blanks behind a backslash', () =>
  checkRule(
    rule,
    `
[Service]
ExecStart=/srv/web/run \\ \t
#                      ^^^ warning: ${message}
  --port 3000 \\ 
#             ^^ warning: ${message}
  --threads 5
`,
  ))

test('behind continued lines, and in keys of your own', () =>
  checkRule(
    rule,
    `
[Service]
ExecStart=/srv/web/run \\
  --port 3000 \\ 
#             ^^ warning: ${message}
X-Note=a \\ 
#        ^^ warning: ${message}
`,
  ))

test('no trap', () =>
  checkRule(
    rule,
    `
[Service]
ExecStart=/srv/web/run \\
  # a comment \\ 
  --port 3000
Environment=A=b\\\\ 
# c \\ 
; d \\ 
[Servcie]
ExecStart=/srv/web/run \\ 
`,
  ))

test('the fix joins the lines', () => {
  const text = '[Service]\nExecStart=/a \\  \n  --b\n'
  checkFix(rule, text, '[Service]\nExecStart=/a \\\n  --b\n')
  expect(allFindings(text.replace('  \n', '\n'))).toEqual([])
})

test('the fix keeps CRLF', () =>
  checkFix(rule, '[Service]\r\nA=b \\ \r\nc\r\n', '[Service]\r\nA=b \\\r\nc\r\n'))

test('the fix is safe where the next line was plainly meant to go on', () => {
  const safe = (below: string) => findingsOf(rule, `[Service]\nExecStart=/a \\ \n${below}`)[0]?.fixes[0]?.safe
  expect(safe('--b\n')).toBe(true)
  expect(safe('  --b=c\n')).toBe(true)
  expect(safe('Restart=always\n')).toBe(false)
  expect(safe('[Install]\n')).toBe(false)
  expect(safe('')).toBe(false)
})

test('the next line has a finding of its own, as it has for systemd', () => {
  const found = allFindings('[Service]\nExecStart=/a \\ \n  --b\n')
  expect(found.map((each) => [each.rule, each.fixes.length])).toEqual([
    [rule.id, 1],
    ['missing-equals', 0],
  ])
})
