import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { DropIn } from '../base/environment.ts'
import {
  type DropInFolder,
  dropInFolders,
  dropInNames,
  inOrder,
  largestDropIn,
  toDropIn,
} from '../unit/drop-ins.ts'
import { assumeUnit } from '../unit/identity.ts'
import { readAtOnce } from './file-system.node.ts'

const emptyFolder: DropInFolder = new Map()

/**
 * A way to ask for the drop-ins beside a file, by its path from the root. Each folder is read once for all files; what
 * can't be read is not there.
 */
export function dropInReader(): (file: string) => readonly DropIn[] {
  const known = new Map<string, DropInFolder>()
  return (file) => {
    const home = path.posix.dirname(file)
    const folders = dropInFolders(assumeUnit(file)).map((name) => {
      const folder = path.posix.join(home, name)
      const found = known.get(folder) ?? readFolder(folder)
      known.set(folder, found)
      return found
    })
    return inOrder(folders)
  }
}

function readFolder(folder: string): DropInFolder {
  // Nearly no file has any; asking first is cheaper than an error.
  if (!existsSync(folder)) return emptyFolder
  const files = attempt(() => readdirSync(folder)) ?? []
  const found = new Map<string, DropIn>()
  for (const file of dropInNames(files)) {
    const bytes = attempt(() => readAtOnce(path.posix.join(folder, file), largestDropIn))
    const dropIn = bytes && toDropIn(path.posix.basename(folder), file, bytes)
    if (dropIn) found.set(file, dropIn)
  }
  return found
}

function attempt<Result>(read: () => Result): Result | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
