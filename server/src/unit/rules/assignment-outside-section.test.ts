import { expect, test } from 'vitest'
import { allFindings, checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { assignmentOutsideSection as rule } from './assignment-outside-section.ts'

test('every line before the first header is ignored, X- keys and lines without = too', () =>
  checkRule(
    rule,
    `
# The web app.
ExecStart=/srv/web/run
^^^^^^^^^^^^^^^^^^^^^^ warning: this line is ignored, as it needs [Service] above it
  Description = Web
# ^^^^^^^^^^^^^^^^^ warning: this line is ignored, as it needs [Unit] above it
X-Owner=web team
^^^^^^^^^^^^^^^^ warning: this line is ignored, as it needs a section header above it
; a comment
junk
^^^^ warning: this line is ignored, as it needs a section header above it

[Service]
Type=simple
`,
  ))

test('which section a line needs depends on the unit type', () => {
  const text = `
OnCalendar=daily
^^^^^^^^^^^^^^^^ warning: this line is ignored, as it needs [Timer] above it
`
  checkRule(rule, text, { file: 'backup.timer' })
  checkRule(rule, text.replace('[Timer]', 'a section header'), { file: 'backup.service' })
})

test('the fix puts the header above', () =>
  checkFix(rule, 'ExecStart=/srv/web/run\n', '[Service]\nExecStart=/srv/web/run\n'))

test('the fix keeps line breaks and the byte order mark', () => {
  checkFix(rule, 'ExecStart=/a\r\nType=exec\r\n', '[Service]\r\nExecStart=/a\r\nType=exec\r\n')
  checkFix(rule, '\uFEFFExecStart=/a', '\uFEFF[Service]\nExecStart=/a')
})

test('a directive that several sections of the type have gets no fix', () => {
  const [finding] = findingsOf(rule, 'User=web\n', { file: 'no-type' })
  expect(finding?.fixes).toEqual([])
})

test('a comment behind a byte order mark is an assignment to systemd', () => {
  const [finding] = allFindings('\uFEFF# The web app.\n[Service]\nExecStart=/a\n')
  expect(finding).toMatchObject({
    rule: rule.id,
    span: { start: 1, end: 15 },
    message: 'systemd takes a comment behind a byte order mark for an assignment outside of a section',
  })
  checkFix(rule, '\uFEFF# app\n[Service]\n', '# app\n[Service]\n')
})

test('a byte order mark before a header is fine', () =>
  expect(allFindings('\uFEFF[Service]\nExecStart=/a\n')).toEqual([]))

test('a template may bring the header', () => {
  checkRule(rule, '{% include "head.j2" %}\nExecStart=/a\n')
  checkRule(rule, '<%= @header %>\nExecStart=/a\n')
  checkRule(rule, '@KEY@=/a\n')
  checkRule(rule, '{{ key }}=/a\n{{ line }} more\n')
})

test('a tag in the value changes nothing', () =>
  checkRule(
    rule,
    `
ExecStart={{ program }}
^^^^^^^^^^^^^^^^^^^^^^^ warning: this line is ignored, as it needs [Service] above it
`,
  ))

test('nothing else complains of such lines', () => {
  const rules = allFindings('execstart=/a # b\nfoo\n=x\nRestart=bogus\n').map((finding) => finding.rule)
  expect(rules).toEqual([rule.id, rule.id, rule.id, rule.id])
})
