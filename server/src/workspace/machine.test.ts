import { expect, test } from 'vitest'
import type { FileSystem } from '../base/file-system.ts'
import { machineVersion } from './machine.ts'

/** A disk of nothing but folders with empty files. */
function disk(paths: readonly string[]): FileSystem {
  return {
    readFile: async () => undefined,
    async readFolder(uri) {
      const folder = `${uri.replace('file://', '')}/`
      const inside = paths.filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length))
      if (inside.length === 0) return undefined
      const names = new Set(inside.map((path) => path.split('/')[0]!))
      return [...names].map((name) => ({ name, kind: inside.includes(name) ? 'file' : 'folder' }))
    },
  }
}

test.each([
  ['Debian', ['/usr/lib/x86_64-linux-gnu/systemd/libsystemd-shared-252.so'], 252],
  ['Fedora', ['/usr/lib64/systemd/libsystemd-shared-257.9-1.fc42.so'], 257],
  [
    'Arch',
    ['/usr/lib/systemd/libsystemd-shared-258.1-1.so', '/usr/lib/systemd/libsystemd-core-258.1-1.so'],
    258,
  ],
  ['a release candidate', ['/lib/systemd/libsystemd-shared-259~rc2.so'], 259],
  ['ARM', ['/usr/lib/arm-linux-gnueabihf/systemd/libsystemd-shared-254.so'], 254],
  ['NixOS', ['/run/current-system/sw/lib/systemd/libsystemd-shared-257.so'], 257],
  [
    'an upgrade that left the old one',
    ['/usr/lib/systemd/libsystemd-shared-257.so', '/usr/lib/systemd/libsystemd-shared-262.so'],
    262,
  ],
])('%s is told by its library', async (_what, paths, version) => {
  expect(await machineVersion(disk(paths))).toBe(version)
})

test.each([
  ['nothing at all', []],
  ['no systemd', ['/usr/lib/x86_64-linux-gnu/libc.so.6']],
  [
    'a library of another name',
    ['/usr/lib/systemd/libsystemd-core-252.so', '/usr/lib/systemd/libsystemd-shared-.so'],
  ],
  ['a folder that is no architecture', ['/usr/lib/not-here/systemd/libsystemd-shared-252.so']],
])('%s gives no version', async (_what, paths) => {
  expect(await machineVersion(disk(paths))).toBeUndefined()
})
