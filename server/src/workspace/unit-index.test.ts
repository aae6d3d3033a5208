import { expect, test, vi } from 'vitest'
import type { FileSystem, FolderEntry } from '../base/file-system.ts'
import { UnitIndex } from './unit-index.ts'

type Tree = { readonly [name: string]: Tree | 'file' | 'link' }

/** A disk whose root is `file:///`. */
function disk(tree: Tree): FileSystem & { readonly readFolder: ReturnType<typeof vi.fn> } {
  return {
    readFile: async () => undefined,
    readFolder: vi.fn(async (uri: string): Promise<readonly FolderEntry[] | undefined> => {
      let here: Tree | 'file' | 'link' | undefined = tree
      for (const part of uri.replace('file:///', '').split('/').filter(Boolean)) {
        here = typeof here === 'object' ? here[decodeURIComponent(part)] : undefined
      }
      if (typeof here !== 'object') return undefined
      return Object.entries(here).map(([name, entry]) => ({
        name,
        kind: entry === 'file' ? 'file' : entry === 'link' ? 'other' : 'folder',
      }))
    }),
  }
}

async function namesOf(tree: Tree): Promise<readonly string[]> {
  const index = new UnitIndex(disk({ app: tree }))
  await index.addFolder('file:///app')
  return index.names
}

test('unit files are found wherever they lie, each name once and sorted', async () => {
  expect(
    await namesOf({
      'web.service': 'file',
      Gemfile: 'file',
      deploy: { 'puma@.service.erb': 'file', 'web.service': 'file', 'my queue.timer': 'file' },
      '.config': { systemd: { user: { 'sync.path': 'file', 'apps.target': 'file' } } },
    }),
  ).toEqual(['apps.target', 'my queue.timer', 'puma@.service', 'sync.path', 'web.service'])
})

test('an enabled unit counts by its link; drop-ins and look-alikes do not', async () => {
  expect(
    await namesOf({
      'default.target.wants': { 'a.service': 'link' },
      'b.service.d': { 'override.conf': 'file' },
      'make.target': 'file',
      'c.service': {},
    }),
  ).toEqual(['a.service'])
})

test('folders of other people are skipped, and so is what lies too deep', async () => {
  let deep: Tree = { 'deep.service': 'file' }
  for (let level = 0; level < 9; level++) deep = { [`d${level}`]: deep }
  const inside: Tree = { 'x.service': 'file' }
  expect(
    await namesOf({ node_modules: inside, '.git': inside, vendor: inside, dist: inside, ...deep }),
  ).toEqual([])
  expect(await namesOf({ a: { b: { c: { d: { e: { f: { g: { h: inside } } } } } } } })).toEqual(['x.service'])
})

test('a huge folder costs a bounded number of reads, and what lies near is found first', async () => {
  const many: Tree = Object.fromEntries(Array.from({ length: 9_000 }, (_, index) => [`f${index}`, 'file']))
  const files = disk({
    app: { a: many, b: many, c: many, d: { 'far.service': 'file' }, 'near.service': 'file' },
  })
  const index = new UnitIndex(files)
  await index.addFolder('file:///app')
  expect(index.names).toEqual(['near.service'])
  expect(files.readFolder).toHaveBeenCalledTimes(4)
})

test('files come and go', async () => {
  const changed = vi.fn()
  const index = new UnitIndex(disk({ app: { 'a.service': 'file', units: { 'b.service': 'file' } } }), changed)
  await index.addFolder('file:///app')
  index.add('file:///app/c%40.service')
  expect(index.names).toEqual(['a.service', 'b.service', 'c@.service'])
  index.remove('file:///app/c@.service')
  index.remove('file:///app/units')
  expect(index.names).toEqual(['a.service'])
  expect(changed).toHaveBeenCalledTimes(4)
})

test('a change that changes no name is none', async () => {
  const changed = vi.fn()
  const index = new UnitIndex(disk({ app: { 'a.service': 'file' } }), changed)
  await index.addFolder('file:///app')
  index.open('file:///app/a.service')
  index.close('file:///app/a.service')
  index.add('file:///app/README.md')
  await index.addFolder('file:///app')
  expect(changed).toHaveBeenCalledTimes(1)
})

test('an open document has a name as long as it is open', () => {
  const index = new UnitIndex(disk({}))
  index.open('untitled:new.service')
  expect(index.names).toEqual(['new.service'])
  index.close('untitled:new.service')
  expect(index.names).toEqual([])
})

test('a folder is forgotten, but not what another one holds', async () => {
  const index = new UnitIndex(
    disk({ app: { 'a.service': 'file', sub: { 'b.service': 'file' } }, lib: { 'c.timer': 'file' } }),
  )
  for (const uri of ['file:///app', 'file:///app/sub', 'file:///lib']) await index.addFolder(uri)
  index.removeFolder('file:///app/sub')
  expect(index.names).toEqual(['a.service', 'b.service', 'c.timer'])
  index.removeFolder('file:///app')
  expect(index.names).toEqual(['c.timer'])
})

test('a folder that leaves while it is being read brings no names', async () => {
  const index = new UnitIndex(disk({ app: { 'a.service': 'file' } }))
  const reading = index.addFolder('file:///app')
  index.removeFolder('file:///app')
  await reading
  expect(index.names).toEqual([])
})
