import { expect, test } from 'vitest'
import type { TargetInfo } from '../../server/src/protocol.ts'
import { controlComments, shortTarget, targetWithReasons } from './target-text.ts'

const target: TargetInfo = { version: 257, versionFrom: 'machine', manager: 'user', managerFrom: 'path' }

test('the status bar names version and instance', () => {
  expect(shortTarget(target)).toBe('systemd 257 · user')
})

test.each([
  [{}, "systemd 257, this machine's; user instance, from the file's folder"],
  [
    { versionFrom: 'setting', managerFrom: 'setting' },
    'systemd 257, from the settings; user instance, from the settings',
  ],
  [
    { versionFrom: 'newest', managerFrom: 'default' },
    'systemd 257, the newest known; user instance, the default',
  ],
  [{ managerFrom: 'comment' }, "systemd 257, this machine's; user instance, from a comment in the file"],
] as const)('the detail says why: %o', (differences, text) => {
  expect(targetWithReasons({ ...target, ...differences })).toBe(text)
})

test('control comments are found wherever they stand, other comments and values are not', () => {
  const text = `# unitwright: instance=user
[Service]
# a comment on unitwright: none
  ; unitwright: allow trailing-comment
Description=# unitwright: instance=system
`
  expect(controlComments(text)).toBe('# unitwright: instance=user\n  ; unitwright: allow trailing-comment')
  expect(controlComments('[Service]\n')).toBe('')
})

test('lines may end as they like', () => {
  expect(controlComments('# unitwright: instance=user\r\n[Unit]\r\n').trim()).toBe(
    '# unitwright: instance=user',
  )
})
