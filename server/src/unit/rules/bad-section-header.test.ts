import { expect, test } from 'vitest'
import { allFindings, checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { badSectionHeader as rule } from './bad-section-header.ts'

test('a comment behind a header', () =>
  checkRule(
    rule,
    `
[Service]  # the app
#          ^^^^^^^^^ error: nothing may stand behind a section header, not even a comment; systemd refuses the whole file here
ExecStart=/srv/web/run
  [Install] junk
#           ^^^^ error: nothing may stand behind a section header, not even a comment; systemd refuses the whole file here
`,
  ))

test('a header without its end', () =>
  checkRule(
    rule,
    `
[Service
^^^^^^^^ error: the header lacks its closing ']'; systemd refuses the whole file here
ExecStart=/srv/web/run
`,
  ))

test('characters that no section name has', () =>
  checkRule(
    rule,
    `
["Service"]
^^^^^^^^^^^ error: a section name can't have quotes, backslashes or control characters; systemd refuses the whole file here
[a\tb]
^^^^^ error: a section name can't have quotes, backslashes or control characters; systemd refuses the whole file here
`,
  ))

test('a backslash joins the header with the next line', () => {
  checkRule(
    rule,
    `
[Service] \\
#        ^^ error: a backslash joins the header with the next line; systemd refuses the whole file here
ExecStart=/srv/web/run
`,
  )
  checkFix(rule, '[Service] \\\nExecStart=/a\n', '[Service]\nExecStart=/a\n')
})

test('no name and globs are refused since 262; before, such a section was unknown', () => {
  checkRule(
    rule,
    `
[]
^^ error: a section header needs a name; systemd refuses the whole file here
[[Service]]
^^^^^^^^^^^ error: a section name can't have '*', '?' or '['; systemd refuses the whole file here
[X-*]
^^^^^ error: a section name can't have '*', '?' or '['; systemd refuses the whole file here
`,
    { version: 262 },
  )
  checkRule(rule, '[]\n[[Service]]\n[X-*]\n', { version: 257 })
  const rules = allFindings('[]\n[[Service]]\n[X-*]\n', { version: 257 }).map((finding) => finding.rule)
  expect(rules).toEqual(['unknown-section', 'unknown-section'])
})

test('fine headers', () =>
  checkRule(rule, '[Service]\n\t[Unit] \t\n[X-Deploy]\r\n[ Service ]\n[Ünit]\n[Service]]\n'))

test('tags in a header', () =>
  checkRule(rule, '[<%= section %>\n[{{ a }}] # b\n[@NAME@\n[Service] {# note #}\n'))

test('a comment moves above the header, with its indent and line break', () => {
  checkFix(rule, '[Service] # app\nExecStart=/a', '# app\n[Service]\nExecStart=/a')
  checkFix(rule, '[Unit]\r\n  [Service]; app\r\n', '[Unit]\r\n  ; app\r\n  [Service]\r\n')
  checkFix(rule, '[Service] # app', '# app\n[Service]')
})

test('a comment that moves to the start of the file takes the place of the byte order mark', () =>
  checkFix(rule, '\uFEFF[Service] # app\n', '# app\n[Service]\n'))

test('the missing bracket goes before a comment, which moves', () => {
  checkFix(rule, '[Service\r\nExecStart=/a\r\n', '[Service]\r\nExecStart=/a\r\n')
  checkFix(rule, '[Service # app\nExecStart=/a\n', '# app\n[Service]\nExecStart=/a\n')
})

test('only where the result is a section is the bracket a safe fix', () => {
  const safe = (text: string) => findingsOf(rule, text).flatMap(({ fixes }) => fixes.map((fix) => fix.safe))
  expect(safe('[Service\n[X-Foo\n[Timer\n[Foo bar\n')).toEqual([true, true, false, false])
})

test('quotes around a name are taken away', () => {
  checkFix(rule, '["Service"]\nExecStart=/a\n', '[Service]\nExecStart=/a\n')
  checkFix(rule, '[[Service]]\nExecStart=/a\n', '[Service]\nExecStart=/a\n')
  expect(findingsOf(rule, '["Whatever"]\n')[0]?.fixes).toEqual([])
})

test('other junk is taken away on request only', () => {
  checkFix(rule, '[Service] and more\nExecStart=/a\n', '[Service]\nExecStart=/a\n')
  expect(findingsOf(rule, '[Service] and more\n')[0]?.fixes[0]?.safe).toBe(false)
})

test.each(['[Service] # a', '[Service', '["Service"]', '[]', '[[Service]]', '[Foo'])(
  'one finding: %s',
  (text) => expect(allFindings(`${text}\nExecStart=/a\n`).map((finding) => finding.rule)).toEqual([rule.id]),
)
