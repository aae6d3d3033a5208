import { expect, test } from 'vitest'
import type { FileSystem } from '../../base/file-system.ts'
import { filesOf } from './glob.ts'

const paths = [
  '/a/b.conf',
  '/a/c.conf',
  '/a/.hidden.conf',
  '/a/sub/d.conf',
  '/a/x y.conf',
  '/a/z',
  '/b/b.conf',
  '/d/my-app.conf',
]

const disk: FileSystem = {
  readFile: async () => undefined,
  async readFolder(uri) {
    const folder = `${decodeURIComponent(uri.replace('file://', ''))}/`.replace('//', '/')
    const inside = paths.filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length))
    const names = new Set(inside.map((path) => path.split('/')[0]!))
    return [...names].map((name) => ({ name, kind: inside.includes(name) ? 'file' : 'folder' }))
  },
}

test.each([
  ['/a/*', ['/a/b.conf', '/a/c.conf', '/a/x y.conf', '/a/z']],
  ['/a/*.conf', ['/a/b.conf', '/a/c.conf', '/a/x y.conf']],
  ['/a/.*', ['/a/.hidden.conf']],
  ['/[ab]/b.conf', ['/a/b.conf', '/b/b.conf']],
  ['/a/[bc].conf', ['/a/b.conf', '/a/c.conf']],
  ['/a/[!b].conf', ['/a/c.conf']],
  ['/a/[a-b].conf', ['/a/b.conf']],
  ['/a/[z-a]', []],
  ['/a/x\\ y.conf', ['/a/x y.conf']],
  ['/*/*/*', ['/a/sub/d.conf']],
  ['/a/nowhere.conf', ['/a/nowhere.conf']],
  ['/d/my-*', ['/d/my-app.conf']],
  ['/', []],
])('%s', async (pattern, found) => {
  expect(await filesOf(pattern, disk)).toEqual(found)
})
