import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { blockingFileSystem, nodeFileSystem } from './file-system.node.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'file-system-'))
  await mkdir(path.join(folder, 'units'))
  await writeFile(path.join(folder, 'a b%.service'), Uint8Array.of(0x5b, 0xff))
  await symlink(folder, path.join(folder, 'loop'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const uri = (...parts: string[]) => pathToFileURL(path.join(folder, ...parts)).href

describe.each([
  ['in the background', nodeFileSystem],
  ['at once', blockingFileSystem],
])('%s', (_, files) => {
  test('a file is read as it is, whatever its name', async () => {
    expect(await files.readFile(uri('a b%.service'))).toEqual(Buffer.of(0x5b, 0xff))
  })

  test('a folder lists its entries; a link is neither file nor folder', async () => {
    const entries = await files.readFolder(uri())
    expect([...(entries ?? [])].sort((a, b) => a.name.localeCompare(b.name))).toEqual([
      { name: 'a b%.service', kind: 'file' },
      { name: 'loop', kind: 'other' },
      { name: 'units', kind: 'folder' },
    ])
  })

  test('a file that is larger than asked for is left alone, and a device is empty', async () => {
    expect(await files.readFile(uri('a b%.service'), 2)).toHaveLength(2)
    expect(await files.readFile(uri('a b%.service'), 1)).toBeUndefined()
    expect(await files.readFile('file:///dev/zero', 1)).toHaveLength(0)
    expect(await files.readFile(uri('units'), 10_000)).toBeUndefined()
    expect(await files.readFile(uri('missing'), 1)).toBeUndefined()
  })

  test.each([
    ['a missing file', () => files.readFile(uri('missing'))],
    ['a folder read as a file', () => files.readFile(uri('units'))],
    ['a file read as a folder', () => files.readFolder(uri('a b%.service'))],
    ['another scheme', () => files.readFile('untitled:Untitled-1')],
    ['no URI at all', () => files.readFolder('%%%')],
  ])('%s is nothing, not an error', async (_what, read) => {
    expect(await read()).toBeUndefined()
  })
})
