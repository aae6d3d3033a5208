import { expect, test, vi } from 'vitest'
import type { FileSystem } from '../base/file-system.ts'
import { largestDropIn } from '../unit/drop-ins.ts'
import { DropInIndex } from './drop-in-index.ts'

const unit = 'file:///app/web.service'
const inFolder = (file: string) => `file:///app/web.service.d/${file}`

/** A disk of files that can change, by their URIs. */
function disk(files: Map<string, string>): FileSystem {
  return {
    async readFile(uri, largest = Number.POSITIVE_INFINITY) {
      const text = files.get(decodeURIComponent(uri))
      return text === undefined || text.length > largest ? undefined : new TextEncoder().encode(text)
    },
    async readFolder(uri) {
      const folder = `${decodeURIComponent(uri)}/`
      const inside = [...files.keys()].filter((file) => file.startsWith(folder))
      if (inside.length === 0) return undefined
      return inside.map((file) => ({ name: file.slice(folder.length), kind: 'file' as const }))
    },
  }
}

function start(entries: Readonly<Record<string, string>> = {}) {
  const files = new Map(Object.entries(entries))
  const changed = vi.fn()
  const index = new DropInIndex(disk(files), changed)
  const texts = (uri = unit) => index.of(uri).map(({ text }) => text)
  return { files, changed, index, texts }
}

test('drop-ins are known once the folders of an open unit have been read', async () => {
  const { index, texts, changed } = start({
    [inFolder('20.conf')]: 'b',
    [inFolder('notes.txt')]: 'no',
    [inFolder('huge.conf')]: '#'.repeat(largestDropIn + 1),
    [inFolder('binary.conf')]: '\0',
    'file:///app/service.d/10.conf': 'a',
    'file:///app/other.service.d/30.conf': 'no',
  })
  expect(texts()).toEqual([])
  index.open(unit, '')
  expect(texts()).toEqual([])
  await index.known(unit)
  expect(texts()).toEqual(['a', 'b'])
  expect(changed).toHaveBeenCalled()
})

test('a unit that is opened while another one is being looked after waits for the folder that they share', async () => {
  const { index, texts } = start({ 'file:///app/service.d/10.conf': 'a' })
  index.open(unit, '')
  index.open('file:///app/db.service', '')
  await index.known('file:///app/db.service')
  expect(texts('file:///app/db.service')).toEqual(['a'])
})

test('an instance, spelt as editors do', async () => {
  const { index, texts } = start({ 'file:///app/a@.service.d/1.conf': 'a' })
  index.open('file:///app/a%40b.service', '')
  await index.known('file:///app/a@b.service')
  expect(texts('file:///app/a@b.service')).toEqual(['a'])
})

test('the text in the editor counts, until the drop-in is closed', async () => {
  const { index, texts, changed, files } = start({ [inFolder('a.conf')]: 'disk' })
  index.open(unit, '')
  await index.known(unit)
  changed.mockClear()
  index.open(inFolder('a.conf'), 'disk')
  expect(changed).not.toHaveBeenCalled()
  index.open(inFolder('a.conf'), 'typed')
  expect(texts()).toEqual(['typed'])
  index.open(inFolder('new.conf'), 'new')
  expect(texts()).toEqual(['typed', 'new'])
  expect(changed).toHaveBeenCalledTimes(2)
  files.set(inFolder('a.conf'), 'saved')
  await index.close(inFolder('a.conf'))
  expect(texts()).toEqual(['saved', 'new'])
  await index.close(inFolder('new.conf'))
  expect(texts()).toEqual(['saved'])
  expect(changed).toHaveBeenCalledTimes(4)
})

test('files that come, change and go on disk', async () => {
  const { index, texts, files, changed } = start()
  index.open(unit, '')
  await index.known(unit)
  files.set(inFolder('a.conf'), '1')
  await index.changedOnDisk([inFolder('a.conf')])
  expect(texts()).toEqual(['1'])
  files.set(inFolder('a.conf'), '2')
  await index.changedOnDisk([inFolder('a.conf'), 'file:///app/other.service'])
  expect(texts()).toEqual(['2'])
  expect(changed).toHaveBeenCalledTimes(2)
  await index.changedOnDisk([inFolder('a.conf')])
  expect(changed).toHaveBeenCalledTimes(2)
  files.clear()
  await index.changedOnDisk(['file:///app/web.service.d'])
  expect(texts()).toEqual([])
})

test('a reading that another one has overtaken brings nothing', async () => {
  const { index, texts, files } = start({ [inFolder('a.conf')]: 'old' })
  index.open(unit, '')
  const first = index.changedOnDisk([inFolder('a.conf')])
  files.set(inFolder('a.conf'), 'new')
  await Promise.all([index.changedOnDisk([inFolder('a.conf')]), first])
  expect(texts()).toEqual(['new'])
})

test('nothing is kept of a unit that is closed, and nobody is told of its drop-ins', async () => {
  const { index, texts, changed } = start({ [inFolder('a.conf')]: 'a' })
  index.open(unit, '')
  await index.known(unit)
  await index.close(unit)
  expect(texts()).toEqual([])
  changed.mockClear()
  index.open(inFolder('a.conf'), 'b')
  await index.changedOnDisk([inFolder('a.conf')])
  await index.close(inFolder('a.conf'))
  expect(changed).not.toHaveBeenCalled()
})

test('a document that lies nowhere has none', async () => {
  const { index, texts } = start({ 'file:///web.service.d/a.conf': 'a' })
  index.open('untitled:web.service', '')
  await index.known('untitled:web.service')
  expect(texts('untitled:web.service')).toEqual([])
})
