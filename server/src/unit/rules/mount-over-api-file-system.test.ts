import { expect, test } from 'vitest'
import { checkRule, findingsOf } from '../testing/check.ts'
import { mountOverApiFileSystem as rule } from './mount-over-api-file-system.ts'

test('places of systemd', () => {
  checkRule(
    rule,
    `
[Mount]
What=tmpfs
Where=/dev//shm/
#     ^^^^^^^^^^ error: '/dev/shm' is mounted by systemd itself and can't have a mount unit; systemd refuses it
`,
    { file: 'dev-shm.mount' },
  )
  checkRule(
    rule,
    `
[Mount]
^^^^^^^ error: '/proc' is mounted by systemd itself and can't have a mount unit; systemd refuses it
What=proc
`,
    { file: 'proc.mount' },
  )
})

test('credentials, of late', () => {
  const text = '[Mount]\nWhat=tmpfs\nWhere=/run/credentials/a\n'
  expect(findingsOf(rule, text, { file: 'run-credentials-a.mount', version: 257 })).toHaveLength(1)
  expect(findingsOf(rule, text, { file: 'run-credentials-a.mount', version: 252 })).toEqual([])
})

test('others', () => {
  checkRule(rule, '[Mount]\nWhat=debugfs\nWhere=/sys/kernel/debug\n', { file: 'sys-kernel-debug.mount' })
  checkRule(rule, '[Mount]\nWhat=a\nWhere=/run/{{ where }}\n', { file: 'run-a.mount.j2' })
  checkRule(rule, '[Automount]\nWhere=/proc\n', { file: 'proc.automount' })
})
