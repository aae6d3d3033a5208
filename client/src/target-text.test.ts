import { expect, test } from 'vitest'
import type { TargetInfo } from '../../server/src/protocol.ts'
import {
  controlComments,
  managerWithReason,
  shortReasons,
  shortTarget,
  versionWithReason,
} from './target-text.ts'

const target: TargetInfo = { version: 257, versionFrom: 'machine', manager: 'user', managerFrom: 'path' }

test('the status bar names version and instance', () => {
  expect(shortTarget(target)).toBe('systemd 257 · user')
})

test.each([
  [{}, "systemd 257, this machine's", "user instance, from the file's folder"],
  [
    { versionFrom: 'setting', managerFrom: 'setting' },
    'systemd 257, from the settings',
    'user instance, from the settings',
  ],
  [
    { versionFrom: 'newest', managerFrom: 'default' },
    'systemd 257, the newest known',
    'user instance, the default',
  ],
  [{ managerFrom: 'comment' }, "systemd 257, this machine's", 'user instance, from a comment in the file'],
] as const)('the choice says why it is what it is: %o', (differences, version, manager) => {
  expect(versionWithReason({ ...target, ...differences })).toBe(version)
  expect(managerWithReason({ ...target, ...differences })).toBe(manager)
})

test('the menu says why in few words', () => {
  expect(shortReasons(target)).toBe("version this machine's, instance from the file's folder")
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
