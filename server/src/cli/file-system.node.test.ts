import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nodeFileSystem } from './file-system.node.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'file-system-'))
  await mkdir(path.join(folder, 'units'))
  await writeFile(path.join(folder, 'a b%.service'), Uint8Array.of(0x5b, 0xff))
  await symlink(folder, path.join(folder, 'loop'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const uri = (...parts: string[]) => pathToFileURL(path.join(folder, ...parts)).href

test('a file is read as it is, whatever its name', async () => {
  expect(await nodeFileSystem.readFile(uri('a b%.service'))).toEqual(Buffer.of(0x5b, 0xff))
})

test('a folder lists its entries; a link is neither file nor folder', async () => {
  const entries = await nodeFileSystem.readFolder(uri())
  expect([...(entries ?? [])].sort((a, b) => a.name.localeCompare(b.name))).toEqual([
    { name: 'a b%.service', kind: 'file' },
    { name: 'loop', kind: 'other' },
    { name: 'units', kind: 'folder' },
  ])
})

test.each([
  ['a missing file', () => nodeFileSystem.readFile(uri('missing'))],
  ['a folder read as a file', () => nodeFileSystem.readFile(uri('units'))],
  ['a file read as a folder', () => nodeFileSystem.readFolder(uri('a b%.service'))],
  ['another scheme', () => nodeFileSystem.readFile('untitled:Untitled-1')],
  ['no URI at all', () => nodeFileSystem.readFolder('%%%')],
])('%s is nothing, not an error', async (_what, read) => {
  expect(await read()).toBeUndefined()
})
