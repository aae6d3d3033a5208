import type { FileSystem, FolderEntry } from '../../base/file-system.ts'
import { pathOfUri } from '../../workspace/uri.ts'

/** A disk with these files, by their absolute paths, and the folders that they are in. */
export function inMemory(files: Readonly<Record<string, string>>): FileSystem {
  return {
    async readFile(uri, largest = Number.POSITIVE_INFINITY) {
      const text = files[pathOfUri(uri)]
      const bytes = text === undefined ? undefined : new TextEncoder().encode(text)
      return bytes && bytes.length <= largest ? bytes : undefined
    },
    async readFolder(uri) {
      const folder = `${pathOfUri(uri)}/`
      const entries = Object.keys(files)
        .filter((path) => path.startsWith(folder))
        .map((path) => path.slice(folder.length).split('/'))
        .map(([name = '', ...below]): FolderEntry => ({ name, kind: below.length > 0 ? 'folder' : 'file' }))
      const byName = new Map(entries.map((entry) => [entry.name, entry]))
      return byName.size > 0 ? [...byName.values()] : undefined
    },
  }
}
