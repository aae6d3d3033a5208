import { expect, test, vi } from 'vitest'
import type { FileSystem } from '../base/file-system.ts'
import { UnitFileIndex } from './unit-file-index.ts'

/** A disk whose files can be changed; it counts what is read. */
function disk(files: Record<string, string>) {
  const readFile = vi.fn(async (uri: string) => {
    const text = files[uri]
    return text === undefined ? undefined : new TextEncoder().encode(text)
  })
  const readFolder: FileSystem['readFolder'] = async (uri) => {
    const inside = Object.keys(files).filter((file) => file.startsWith(`${uri}/`))
    return [...new Set(inside.map((file) => file.slice(uri.length + 1).split('/')))].map(
      ([name, ...rest]) => ({
        name: name!,
        kind: rest.length > 0 ? 'folder' : 'file',
      }),
    )
  }
  return { files, readFile, readFolder }
}

const monitrc = 'file:///srv/monitrc'
const web = 'file:///srv/web.service'
const dropIn = 'file:///srv/web.service.d/a.conf'

async function indexOf(files: Record<string, string>) {
  const changed = vi.fn()
  const place = disk(files)
  const index = new UnitFileIndex(place, changed)
  index.addFolder('file:///srv')
  const texts = () => Object.fromEntries(index.of(monitrc).map(({ path, text }) => [path, text]))
  return { index, place, changed, texts }
}

test('nothing is read before somebody wants it', async () => {
  const { index, place, texts } = await indexOf({ [web]: 'one', [dropIn]: 'two', 'file:///srv/Gemfile': '' })
  await index.known()
  expect(place.readFile).not.toHaveBeenCalled()
  index.want()
  await index.known()
  expect(texts()).toEqual({ '/srv/web.service': 'one', '/srv/web.service.d/a.conf': 'two' })
})

test('what is open counts before what is on disk, and gives way to it when it is closed', async () => {
  const { index, changed, texts } = await indexOf({ [web]: 'saved' })
  index.want()
  await index.known()
  changed.mockClear()
  index.open(web, 'typed')
  expect(texts()).toEqual({ '/srv/web.service': 'typed' })
  index.open(web, 'typed')
  expect(changed).toHaveBeenCalledTimes(1)
  index.close(web)
  expect(texts()).toEqual({ '/srv/web.service': 'saved' })
})

test('the list is the same one until something changes', async () => {
  const { index } = await indexOf({ [web]: 'one' })
  index.want()
  await index.known()
  const list = index.of(monitrc)
  expect(index.of(monitrc)).toBe(list)
  index.open('file:///srv/b.service', '')
  expect(index.of(monitrc)).not.toBe(list)
})

test('files that change, come and go on disk are read anew, and a folder takes all of its own with it', async () => {
  const { index, place, texts } = await indexOf({ [web]: 'one', [dropIn]: 'two' })
  index.want()
  await index.known()
  place.files[web] = 'changed'
  delete place.files[dropIn]
  place.files['file:///srv/new.service'] = 'new'
  place.files['file:///elsewhere/x.service'] = 'not ours'
  await index.changedOnDisk([
    web,
    'file:///srv/web.service.d',
    'file:///srv/new.service',
    'file:///elsewhere/x.service',
  ])
  expect(texts()).toEqual({ '/srv/web.service': 'changed', '/srv/new.service': 'new' })
})

test('a folder that is closed is forgotten, apart from what another one holds', async () => {
  const { index, texts } = await indexOf({ [web]: 'one', 'file:///srv/app/a.service': 'two' })
  index.addFolder('file:///srv/app')
  index.want()
  await index.known()
  index.removeFolder('file:///srv')
  expect(texts()).toEqual({ '/srv/app/a.service': 'two' })
})

test('files of another place, of a version in a repository, and of bytes that are no text are none', async () => {
  const { index, texts } = await indexOf({ [web]: '\0' })
  index.want()
  await index.known()
  index.open('vscode-remote://host/srv/b.service', 'far')
  expect(texts()).toEqual({})
  expect(index.of('git:/srv/monitrc?ref=HEAD')).toEqual([])
})
