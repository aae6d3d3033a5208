import { expect, test } from 'vitest'
import { checkRule, findingsOf } from '../testing/check.ts'
import { workingDirectoryConflict as rule } from './working-directory-conflict.ts'

test('a home of nobody', () => {
  const text = `
[Service]
ExecStart=/a
DynamicUser=yes
WorkingDirectory=-~
#                ^^ error: a user of DynamicUser=yes has no home, so WorkingDirectory=~ can't be; systemd refuses the unit
`
  checkRule(rule, text, { version: 257 })
  checkRule(rule, text.replace(/#.*\n/, ''), { version: 252 })
})

test('a directory of the kernel', () =>
  checkRule(
    rule,
    `
[Service]
ExecStart=/a
WorkingDirectory=/sys/fs
#                ^^^^^^^ error: a working directory below /proc, /sys or /dev can't go with 'ProtectHome=', which gives the unit its own view of the file system; systemd refuses the unit
ProtectHome=read-only
`,
  ))

test.each([
  ['PrivateTmp=yes', 262, 'PrivateTmp'],
  ['PrivateTmp=yes', 257, undefined],
  ['PrivateTmp=disconnected', 257, 'PrivateTmp'],
  ['BindPaths=/a', 257, 'BindPaths'],
  ['BindPaths=', 257, undefined],
  ['DynamicUser=yes', 257, 'DynamicUser'],
  ['PrivateNetwork=yes', 257, 'PrivateNetwork'],
  ['PrivateNetwork=yes\nPrivateMounts=no', 257, undefined],
  ['RootDirectory=/a', 257, 'RootDirectory'],
  ['RootDirectory=/', 257, undefined],
  ['RootDirectory=/a\nMountAPIVFS=no', 257, undefined],
  ['ProcSubset=pid', 257, 'ProcSubset'],
  ['ProcSubset=all', 257, undefined],
  ['ProtectClock=yes', 257, undefined],
])('%j of %d is at fault: %s', (lines, version, cause) => {
  const found = findingsOf(rule, `[Service]\nExecStart=/a\nWorkingDirectory=/dev/shm\n${lines}\n`, {
    version,
  })
  expect(found.map(({ message }) => /can't go with '(\w+)='/.exec(message)?.[1])).toEqual(
    cause ? [cause] : [],
  )
})

test('other directories, and unknown ones', () => {
  checkRule(rule, '[Service]\nExecStart=/a\nWorkingDirectory=/devices\nPrivateDevices=yes\n')
  checkRule(rule, '[Service]\nExecStart=/a\nWorkingDirectory=/sys/{{ dir }}\nPrivateDevices=yes\n', {
    file: 'web.service.j2',
  })
  checkRule(rule, '[Service]\nExecStart=/a\nUser=web\nWorkingDirectory=~\n')
})
