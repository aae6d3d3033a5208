import { expect, test, vi } from 'vitest'
import type { FileSystem } from '../base/file-system.ts'
import { largestControlFile } from '../monit/control-files.ts'
import { ControlFileIndex } from './control-file-index.ts'

const at = (path: string) => `file:///etc/monit/${path}`

/** A disk of files that can change, by their URIs; it counts what is read. */
function disk(files: Map<string, string>): FileSystem {
  return {
    async readFile(uri, largest = Number.POSITIVE_INFINITY) {
      const text = files.get(uri)
      return text === undefined || text.length > largest ? undefined : new TextEncoder().encode(text)
    },
    async readFolder(uri) {
      const inside = [...files.keys()].filter((file) => file.startsWith(`${uri}/`))
      const names = new Map(
        inside.map((file) => {
          const [name = '', ...rest] = file.slice(uri.length + 1).split('/')
          return [name, rest.length > 0 ? 'folder' : 'file'] as const
        }),
      )
      return [...names].map(([name, kind]) => ({ name, kind }))
    },
  }
}

const top = 'include /etc/monit/conf.d/*\n'

function start(entries: Readonly<Record<string, string>> = {}) {
  const files = new Map(Object.entries(entries))
  const changed = vi.fn()
  const fileSystem = disk(files)
  const readFolder = vi.spyOn(fileSystem, 'readFolder')
  const index = new ControlFileIndex(fileSystem, changed)
  const found = (uri: string) => index.of(uri).map(({ path, text }) => `${path}: ${text.trim()}`)
  return { files, changed, index, found, readFolder }
}

test('the files around an open one are known once they have been read', async () => {
  const { index, found } = start({
    [at('monitrc')]: top,
    [at('conf.d/web')]: 'a',
    [at('conf.d/big')]: '#'.repeat(largestControlFile + 1),
    [at('conf.d/binary')]: '\0',
    [at('conf.d/README.md')]: 'no',
  })
  index.open(at('conf.d/web'), 'a')
  expect(found(at('conf.d/web'))).toEqual([])
  await index.known()
  expect(found(at('conf.d/web'))).toEqual([`/etc/monit/monitrc: ${top.trim()}`])
})

test('nothing is read before a control file is opened', async () => {
  const { index, readFolder } = start({ 'file:///app/monitrc': '' })
  index.addFolder('file:///app')
  await index.changedOnDisk(['file:///app/monitrc'])
  expect(readFolder).not.toHaveBeenCalled()
  index.open('file:///other/monitrc', '')
  await index.known()
  expect(readFolder.mock.calls.map(([uri]) => uri)).toEqual(
    expect.arrayContaining(['file:///app', 'file:///other']),
  )
})

test('the text in the editor counts, until the file is closed', async () => {
  const { index, found, changed, files } = start({ [at('monitrc')]: top, [at('conf.d/web')]: 'disk' })
  index.open(at('monitrc'), top)
  await index.known()
  expect(found(at('monitrc'))).toEqual(['/etc/monit/conf.d/web: disk'])
  index.open(at('conf.d/web'), 'disk')
  changed.mockClear()
  index.open(at('conf.d/web'), 'typed')
  expect(found(at('monitrc'))).toEqual(['/etc/monit/conf.d/web: typed'])
  expect(changed).toHaveBeenCalledTimes(1)
  files.set(at('conf.d/web'), 'saved')
  await index.close(at('conf.d/web'))
  expect(found(at('monitrc'))).toEqual(['/etc/monit/conf.d/web: saved'])
})

test('a file that is open alone disturbs nobody, and its includes are followed', async () => {
  const { index, found, changed } = start({ [at('conf.d/web')]: 'a' })
  index.open(at('monitrc'), '')
  await index.known()
  expect(found(at('monitrc'))).toEqual([])
  changed.mockClear()
  index.open(at('monitrc'), top)
  expect(found(at('monitrc'))).toEqual(['/etc/monit/conf.d/web: a'])
  expect(changed).not.toHaveBeenCalled()
})

test('what changes on disk is read again', async () => {
  const { index, found, changed, files } = start({ [at('monitrc')]: top, [at('conf.d/a')]: '1' })
  index.open(at('monitrc'), top)
  await index.known()
  files.set(at('conf.d/b'), '2')
  files.delete(at('conf.d/a'))
  changed.mockClear()
  await index.changedOnDisk([at('conf.d')])
  expect(found(at('monitrc'))).toEqual([])
  await index.changedOnDisk([at('conf.d/b'), at('notes.txt')])
  expect(found(at('monitrc'))).toEqual(['/etc/monit/conf.d/b: 2'])
  expect(changed).toHaveBeenCalledTimes(2)
})

test('a version of a file in a repository is none of them', async () => {
  const { index, found } = start()
  index.open(at('monitrc'), top)
  index.open('git:/etc/monit/conf.d/web?HEAD', 'old')
  index.open('vscode-vfs://host/etc/monit/conf.d/web', 'elsewhere')
  await index.known()
  expect(found(at('monitrc'))).toEqual([])
})
