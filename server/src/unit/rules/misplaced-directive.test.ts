import { expect, test } from 'vitest'
import { fixAll } from '../../lint/fix-all.ts'
import { allFindings, checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { misplacedDirective as rule } from './misplaced-directive.ts'

test('directives of another section', () =>
  checkRule(
    rule,
    `
[Unit]
WantedBy=multi-user.target
^^^^^^^^ warning: 'WantedBy=' belongs in [Install]; in [Unit] it is ignored
[Service]
  After = network.target
# ^^^^^ warning: 'After=' belongs in [Unit]; in [Service] it is ignored
[Install]
ExecStart=/srv/web/run \\
^^^^^^^^^ warning: 'ExecStart=' belongs in [Service]; in [Install] it is ignored
  --port 3000
`,
  ))

test('directives that this unit type can not have', () => {
  checkRule(
    rule,
    `
[Service]
OnCalendar=daily
^^^^^^^^^^ warning: 'OnCalendar=' is a directive of [Timer], which a .service unit does not have
`,
  )
  checkRule(
    rule,
    `
[Timer]
User=web
^^^^ warning: 'User=' is a directive of [Service] or [Socket] or [Mount] or [Swap], which a .timer unit does not have
`,
    { file: 'web.timer' },
  )
})

test('an unknown type may have any section', () => {
  const text = `
[Unit]
OnCalendar=daily
^^^^^^^^^^ warning: 'OnCalendar=' belongs in [Timer]; in [Unit] it is ignored
`
  checkRule(rule, text, { file: 'notes.txt' })
  const titles = findingsOf(rule, '[Unit]\nUser=web\n', { file: 'notes.txt' })[0]?.fixes.map(
    ({ title, safe }) => [title, safe],
  )
  expect(titles).toEqual([
    ['Move to [Service]', false],
    ['Move to [Socket]', false],
    ['Move to [Mount]', false],
    ['Move to [Swap]', false],
  ])
})

test('drop-ins', () =>
  checkRule(
    rule,
    `
[Service]
WantedBy=multi-user.target
^^^^^^^^ warning: 'WantedBy=' belongs in [Install]; in [Service] it is ignored
`,
    { file: '/etc/systemd/system/web.service.d/10-more.conf' },
  ))

test('to a section that is there', () =>
  checkFix(
    rule,
    '[Unit]\n# Sends mail.\nDescription=Web\n\n[Service]\nExecStart=/a\nAfter=b.service\nType=exec\n',
    '[Unit]\n# Sends mail.\nDescription=Web\nAfter=b.service\n\n[Service]\nExecStart=/a\nType=exec\n',
  ))

test('to the last one where it stands twice', () =>
  checkFix(
    rule,
    '[Unit]\nA=b\n[Service]\nAfter=x\n[Unit]\nC=d\n[Install]\nE=f\n'.replaceAll(/[ACE]=/g, 'X-$&'),
    '[Unit]\nX-A=b\n[Service]\n[Unit]\nX-C=d\nAfter=x\n[Install]\nX-E=f\n',
  ))

test('to an empty section, and to one at the end without a line break', () => {
  checkFix(rule, '[Unit]\n[Service]\nAfter=b\n', '[Unit]\nAfter=b\n[Service]\n')
  checkFix(rule, '[Service]\nAfter=b\n[Unit]', '[Service]\n[Unit]\nAfter=b\n')
  checkFix(rule, '[Service]\nAfter=b\n[Unit]\nX-A=b', '[Service]\n[Unit]\nX-A=b\nAfter=b\n')
})

test('to a section that is missing', () => {
  checkFix(
    rule,
    '[Service]\nExecStart=/a\nWantedBy=b.target\n',
    '[Service]\nExecStart=/a\n\n[Install]\nWantedBy=b.target\n',
  )
  checkFix(rule, '[Service]\r\nWantedBy=b.target', '[Service]\r\n\r\n[Install]\r\nWantedBy=b.target\r\n')
  checkFix(
    rule,
    '[Service]\nWantedBy=b.target\nType=exec\n\n',
    '[Service]\nType=exec\n\n[Install]\nWantedBy=b.target\n',
  )
  checkFix(
    rule,
    '[Service]\nWantedBy=b.target\nType=exec',
    '[Service]\nType=exec\n\n[Install]\nWantedBy=b.target\n',
  )
})

test('continued lines and their comments move along; comments above stay', () =>
  checkFix(
    rule,
    '[Unit]\nX-A=b\n[Service]\n# why\n  After = a.service \\\n  # also\n    b.service\nType=exec\n',
    '[Unit]\nX-A=b\nAfter = a.service \\\n  # also\n    b.service\n[Service]\n# why\nType=exec\n',
  ))

test('line breaks of CRLF files', () =>
  checkFix(
    rule,
    '[Unit]\r\nX-A=b\r\n[Service]\r\n\tAfter=b\r\nType=exec\r\n',
    '[Unit]\r\nX-A=b\r\nAfter=b\r\n[Service]\r\nType=exec\r\n',
  ))

test('a directive goes behind a block of a template, not into it', () => {
  const text = '[Service]\nWantedBy=a.target\n[Install]\n{% if x %}\nWantedBy=b.target\n{% endif %}\n'
  checkFix(
    rule,
    text,
    '[Service]\n[Install]\n{% if x %}\nWantedBy=b.target\n{% endif %}\nWantedBy=a.target\n',
  )
  expect(findingsOf(rule, text)[0]?.fixes[0]?.safe).toBe(false)
})

test('a file that lost a header is mended as a whole, in order', () => {
  const keys = Array.from({ length: 15 }, (_, index) => `ExecStartPre=/srv/${index}\n`)
  const check = (text: string) => allFindings(text).filter((finding) => finding.rule === rule.id)
  const { text } = fixAll(`[Unit]\nDescription=Web\n${keys.join('')}`, check)
  expect(text).toBe(`[Unit]\nDescription=Web\n\n[Service]\n${keys.join('')}`)
})

test('keys of your own, tags, and sections that systemd skips', () => {
  checkRule(rule, '[Unit]\nX-WantedBy=a\n{{ key }}=a\n@KEY@=b\n')
  checkRule(rule, '[X-Unit]\nWantedBy=a\n[Servcie]\nAfter=b\n[{{ s }}]\nAfter=b\n')
})

test('nothing else complains of such lines', () => {
  const found = allFindings('[Unit]\nRestart=bogus\nRemainAfterExit=x # y\n[Service]\nExecStart=/a\n')
  expect(found.map((each) => each.rule)).toEqual([rule.id, rule.id])
})
