import { expect, test } from 'vitest'
import { allFindings, checkRule } from '../testing/check.ts'
import { foreignSection as rule } from './foreign-section.ts'

test('a section of another unit type', () => {
  checkRule(
    rule,
    `
[Service]
ExecStart=/srv/web/backup
[Timer]
#^^^^^ warning: section '[Timer]' is for .timer units; a .service unit skips it with all its lines
OnCalendar=daily
`,
  )
  checkRule(
    rule,
    `
[Socket]
#^^^^^^ warning: section '[Socket]' is for .socket units; a .target unit skips it with all its lines
`,
    { file: '/etc/systemd/system/app.target' },
  )
})

test.each([
  ['web.service', '[Service]'],
  ['web.socket', '[Socket]'],
  ['web.timer', '[Timer]'],
  ['srv.mount', '[Mount]'],
  ['srv.automount', '[Automount]'],
  ['swap.swap', '[Swap]'],
  ['/etc/systemd/system/app.path', '[Path]'],
  ['/etc/systemd/system/app.target', '[Target]'],
  ['app.slice', '[Slice]'],
  ['app.scope', '[Scope]'],
])('%s has %s', (file, header) => checkRule(rule, `[Unit]\n${header}\n[Install]\n`, { file }))

test('a drop-in has the sections of its unit', () =>
  checkRule(
    rule,
    `
[Service]
[Socket]
#^^^^^^ warning: section '[Socket]' is for .socket units; a .service unit skips it with all its lines
`,
    { file: '/etc/systemd/system/web.service.d/override.conf' },
  ))

test('an unknown type, own sections and tags', () => {
  checkRule(rule, '[Timer]\n[Socket]\n', { file: 'notes.txt' })
  checkRule(rule, '[X-Timer]\n[{{ kind }}]\n[@KIND@]\n')
})

test('the lines of such a section are nobody else’s business', () => {
  const found = allFindings(
    '[Service]\nExecStart=/a\n[Timer]\nOnCalender=daily\nfoo\nPersistent=x\nA=b \\ \n',
  )
  expect(found.map((each) => each.rule)).toEqual([rule.id])
})
