import { test } from 'vitest'
import { checkRule } from '../testing/check.ts'
import { automountOnRoot as rule } from './automount-on-root.ts'

test('the root directory', () => {
  checkRule(
    rule,
    `
[Automount]
Where=//
#     ^^ error: the root directory '/' is always mounted and can't have an automount; systemd refuses it
`,
    { file: 'all.automount' },
  )
  checkRule(
    rule,
    `
[Automount]
^^^^^^^^^^^ error: the root directory '/' is always mounted and can't have an automount; systemd refuses it
TimeoutIdleSec=5
`,
    { file: '-.automount' },
  )
})

test('other directories', () => {
  checkRule(rule, '[Automount]\nWhere=/srv\n', { file: 'srv.automount' })
  checkRule(rule, '[Automount]\nTimeoutIdleSec=5\n', { file: 'srv.automount' })
  checkRule(rule, '[Automount]\nWhere={{ where }}\n', { file: '-.automount.j2' })
  checkRule(rule, '[Mount]\nWhere=/\n', { file: '-.mount' })
})
