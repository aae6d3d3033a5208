import { readdir, readdirSync, readFile, readFileSync, type Stats, stat, statSync } from 'node:fs'
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
const examine = promisify(stat)

/** The machine's own disk, for `file:` URIs; others name nothing here. Links are `other`: nobody is led in circles. */
export const nodeFileSystem: FileSystem = {
  async readFile(uri, largest) {
    const path = pathOf(uri)
    if (path === undefined) return undefined
    if (largest === undefined) return read(path).catch(() => undefined)
    const found = await examine(path).catch(() => undefined)
    switch (found && contentOf(found, largest)) {
      case 'empty':
        return new Uint8Array()
      case 'fit':
        return read(path).catch(() => undefined)
      default:
        return undefined
    }
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
  async readFile(uri, largest) {
    return attempt(uri, (path) => readAtOnce(path, largest))
  },
  async readFolder(uri) {
    return attempt(uri, (path) =>
      readdirSync(path, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kindOf(entry) })),
    )
  },
}

/**
 * Reads a file of up to so many bytes at once; undefined where it has more, or is no file. A device such as /dev/null is
 * empty. Throws where the file can't be read.
 */
export function readAtOnce(path: string, largest = Number.POSITIVE_INFINITY): Uint8Array | undefined {
  switch (contentOf(statSync(path), largest)) {
    case 'empty':
      return new Uint8Array()
    case 'fit':
      return readFileSync(path)
    case 'unfit':
      return undefined
  }
}

/** systemd takes any device for /dev/null, to which a link masks a file: `null_or_empty()`. */
function contentOf(found: Stats, largest: number): 'empty' | 'fit' | 'unfit' {
  if (found.isCharacterDevice() || found.isBlockDevice()) return 'empty'
  return found.isFile() && found.size <= largest ? 'fit' : 'unfit'
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
