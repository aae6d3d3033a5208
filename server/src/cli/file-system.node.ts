import { readdir, readdirSync, readFile, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { FileKind, FileSystem } from '../base/file-system.ts'

interface Entry {
  isFile(): boolean
  isDirectory(): boolean
}

// `node:fs/promises` takes 5 ms to load, a tenth of what the command line has.
const read = promisify(readFile)
const list = promisify(readdir)

/** The machine's own disk, for `file:` URIs; others name nothing here. Links are `other`: nobody is led in circles. */
export const nodeFileSystem: FileSystem = {
  async readFile(uri) {
    const path = pathOf(uri)
    return path === undefined ? undefined : read(path).catch(() => undefined)
  },
  async readFolder(uri) {
    const path = pathOf(uri)
    if (path === undefined) return undefined
    const entries = await list(path, { withFileTypes: true }).catch(() => undefined)
    return entries?.map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
  },
}

/** The same for the command line, which has nothing else to do meanwhile: threads cost more than they bring there. */
export const blockingFileSystem: FileSystem = {
  async readFile(uri) {
    return attempt(uri, (path) => readFileSync(path))
  },
  async readFolder(uri) {
    return attempt(uri, (path) =>
      readdirSync(path, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kindOf(entry) })),
    )
  },
}

function attempt<Result>(uri: string, read: (path: string) => Result): Result | undefined {
  const path = pathOf(uri)
  try {
    return path === undefined ? undefined : read(path)
  } catch {
    return undefined
  }
}

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri)
  } catch {
    return undefined
  }
}

function kindOf(entry: Entry): FileKind {
  if (entry.isFile()) return 'file'
  return entry.isDirectory() ? 'folder' : 'other'
}
