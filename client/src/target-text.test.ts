import { expect, test } from 'vitest'
import type { MonitTargetInfo, SystemdTargetInfo } from '../../server/src/protocol.ts'
import {
  controlComments,
  managerWithReason,
  shortReasons,
  shortTarget,
  targetLines,
  versionWithReason,
} from './target-text.ts'

const target: SystemdTargetInfo = {
  program: 'systemd',
  version: 257,
  versionFrom: 'machine',
  manager: 'user',
  managerFrom: 'path',
}
const monit: MonitTargetInfo = { program: 'monit', version: '5.34.3', versionFrom: 'machine' }

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

test.each([
  ['5.34.3', 'monit 5.34.3'],
  ['5.33.0', 'monit 5.33'],
  ['6.0', 'monit 6.0'],
  ['6.0.0', 'monit 6.0'],
])('the status bar names monit %s as %s', (version, text) => {
  expect(shortTarget({ ...monit, version })).toBe(text)
})

test('a control file has a version and no instance', () => {
  expect(shortReasons(monit)).toBe("version this machine's")
  expect(targetLines(monit)).toEqual(["monit 5.34.3, this machine's"])
  expect(targetLines({ ...monit, versionFrom: 'comment' })).toEqual([
    'monit 5.34.3, from a comment in the file',
  ])
})

test('the status bar explains itself in a line for each', () => {
  expect(targetLines(target)).toEqual([
    "systemd 257, this machine's",
    "user instance, from the file's folder",
  ])
})

test('where nothing tells the instance, it says that commands may take another one', () => {
  const lines = targetLines({ ...target, manager: 'system', managerFrom: 'default' })
  expect(lines.slice(0, 2)).toEqual(["systemd 257, this machine's", 'system instance, the default'])
  expect(lines[2]).toMatch(/^Nothing says which instance .* your own systemd where its words fit that/)
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
