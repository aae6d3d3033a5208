import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { FileSystem } from '../base/file-system.ts'
import { nodeFileSystem } from '../cli/file-system.node.ts'
import { machineMonitVersion } from './machine-monit.ts'

/** A disk of these files, given as one byte for a character. */
function disk(contents: Readonly<Record<string, string>>): FileSystem {
  return {
    async readFile(uri, largest = Number.POSITIVE_INFINITY) {
      const content = contents[uri.replace('file://', '')]
      return content === undefined || content.length > largest ? undefined : Buffer.from(content, 'latin1')
    },
    readFolder: async () => undefined,
  }
}

const elf = '\x7fELF\x02\x01\xff\xfe'

test.each([
  ['by its page', { '/usr/bin/monit': `${elf}<a href='x'>monit 5.34.3</a>\x00` }, '5.34.3'],
  ['by its constant', { '/usr/bin/monit': `${elf}From: %s\r\n\x006.0.0\x00\r\n.\r\n\0` }, '6.0.0'],
  ['on a Mac', { '/opt/homebrew/bin/monit': '\xcf\xfa\xed\xfe monit 5.35.2</a>' }, '5.35.2'],
  [
    "where an own build hides the distribution's",
    { '/usr/bin/monit': `${elf}monit 5.33.0<`, '/usr/local/bin/monit': `${elf}monit 6.0.0<` },
    '6.0.0',
  ],
])('monit is told %s', async (_how, contents, version) => {
  expect(await machineMonitVersion(disk(contents as Readonly<Record<string, string>>))).toBe(version)
})

test.each([
  ['there is none', {}],
  ['it is a script', { '/usr/bin/monit': '#!/bin/sh\n# monit 5.33.0</a>\n' }],
  ['it tells of two', { '/usr/bin/monit': `${elf}\x005.33.0\x006.1\x00` }],
  ['it tells of none', { '/usr/bin/monit': `${elf}monit %s</a>\x001.2.13\x00` }],
])('no version is guessed where %s', async (_why, contents) => {
  expect(await machineMonitVersion(disk(contents as Readonly<Record<string, string>>))).toBeUndefined()
})

test('the installed monit tells its version', async (ctx) => {
  if (!existsSync('/usr/bin/monit')) ctx.skip('there is no monit on this machine')
  expect(await machineMonitVersion(nodeFileSystem)).toMatch(/^\d+\.\d+\.\d+$/)
})
