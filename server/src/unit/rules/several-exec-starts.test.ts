import { expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { severalExecStarts as rule } from './several-exec-starts.ts'

test('a second command', () => {
  checkRule(
    rule,
    `
[Service]
ExecStart=/srv/web/migrate
ExecStart=/srv/web/run
#         ^^^^^^^^^^^^ error: this is a second command to start, which only Type=oneshot can have; systemd refuses a service of type 'simple' with it
`,
  )
  checkRule(
    rule,
    `
[Service]
Type=exec
ExecStart=/srv/web/migrate ; /srv/web/run
#                            ^^^^^^^^^^^^ error: this is a second command to start, which only Type=oneshot can have; systemd refuses a service of type 'exec' with it
`,
  )
})

test('what is reset, and what is no command of its own', () =>
  checkRule(
    rule,
    '[Service]\nExecStart=/a\nExecStart=\nExecStart=/b \\; c\nExecStartPre=/d\nExecStartPre=/e\n',
  ))

test('the first ones can run before', () =>
  checkFix(
    rule,
    '[Service]\nExecStart=/a\nExecStart=/b\nExecStart=/c\n',
    '[Service]\nExecStartPre=/a\nExecStartPre=/b\nExecStart=/c\n',
  ))

test('or the type can be oneshot', () => {
  const title = 'Set Type=oneshot, which runs them one after the other'
  checkFix(
    rule,
    '[Service]\nType=simple\nExecStart=/a\nExecStart=/b\n',
    '[Service]\nType=oneshot\nExecStart=/a\nExecStart=/b\n',
    { title },
  )
  checkFix(rule, '[Service]\nExecStart=/a ; /b\n', '[Service]\nExecStart=/a ; /b\nType=oneshot\n', { title })
  const { fixes } = findingsOf(rule, '[Service]\nExecStart=/a ; /b\n')[0]!
  expect(fixes.map((fix) => [fix.title, fix.safe])).toEqual([[title, false]])
})

test('oneshot, and types that nobody knows', () => {
  const twice = 'ExecStart=/a\nExecStart=/b\n'
  checkRule(rule, `[Service]\nType=oneshot\n${twice}`)
  checkRule(rule, `[Service]\n${twice}`, { file: '/etc/systemd/system/web.service.d/start.conf' })
  checkRule(rule, `[Service]\nType={{ type }}\n${twice}`, { file: 'web.service.j2' })
  checkRule(rule, '[Service]\n{% if a %}\nExecStart=/a\n{% else %}\nExecStart=/b\n{% endif %}\n', {
    file: 'web.service.j2',
  })
  expect(
    findingsOf(rule, `[Service]\nType=exec\n${twice}`, { file: '/etc/systemd/system/web.service.d/a.conf' }),
  ).toHaveLength(1)
})
