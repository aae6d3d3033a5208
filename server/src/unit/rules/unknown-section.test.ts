import { expect, test } from 'vitest'
import { allFindings, checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { unknownSection as rule } from './unknown-section.ts'

test('names of no section', () =>
  checkRule(
    rule,
    `
[Servcie]
#^^^^^^^ warning: unknown section '[Servcie]' is skipped with all its lines; did you mean '[Service]'?
 [ Unit ]
# ^^^^^^ warning: unknown section '[ Unit ]' is skipped with all its lines; did you mean '[Unit]'?
[Deploy]
#^^^^^^ warning: unknown section '[Deploy]' is skipped with all its lines
[x-deploy]
#^^^^^^^^ warning: unknown section '[x-deploy]' is skipped with all its lines
`,
  ))

test('no name at all, as long as systemd reads on', () =>
  checkRule(
    rule,
    `
[]
^^ warning: a section header needs a name; the lines below it are skipped
`,
    { version: 257 },
  ))

test('fixes', () => {
  checkFix(rule, '[Servcie]\r\nExecStart=/a\r\n', '[Service]\r\nExecStart=/a\r\n')
  checkFix(rule, '\uFEFF  [Services]', '\uFEFF  [Service]')
  checkFix(rule, '[Timr]\n', '[Timer]\n', { file: 'a.timer' })
})

test('a section that the unit can not have is named, not put in', () => {
  const [finding] = findingsOf(rule, '[Timre]\n')
  expect(finding?.message).toBe(
    "unknown section '[Timre]' is skipped with all its lines; did you mean '[Timer]'?",
  )
  expect(finding?.fixes).toEqual([])
})

test('own sections, tags, known ones', () =>
  checkRule(rule, '[X-Deploy]\n[X-]\n[<%= s %>]\n[{{ s }}foo]\n[@NAME@]\n[Service]\n[Timer]\n[service]\n'))

test('one finding, and none for the lines below', () => {
  const found = allFindings('[Servcie]\nExecStrat=/a\njunk\n=x\nA=b # c\nD=e \\ \n')
  expect(found.map((each) => each.rule)).toEqual([rule.id])
})
