import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { ControlFile } from '../base/environment.ts'
import {
  largestControlFile,
  mostControlFiles,
  neighbourhoodOf,
  toControlFile,
} from '../monit/control-files.ts'
import { identifyMonit } from '../monit/identity.ts'
import { companyIn } from '../monit/same-monit.ts'
import { readAtOnce } from './file-system.node.ts'

/**
 * A way to ask for the other control files that the monit of a file reads, by its path from the root: among those of
 * this run and those that lie around them. They are read when this is first asked, once for all files; what can't be
 * read is not there.
 * @param checked the files of this run, by their paths from the root
 */
export function controlFileReader(checked: readonly string[]): (file: string) => readonly ControlFile[] {
  let company: ((path: string) => readonly ControlFile[]) | undefined
  const known = new Map<string, readonly ControlFile[]>()
  return (file) => {
    company ??= companyIn(readAll([...checked.filter(isControlFile), file]))
    const found = known.get(file) ?? company(file)
    known.set(file, found)
    return found
  }
}

function readAll(checked: readonly string[]): readonly ControlFile[] {
  const homes = new Set(checked.map((file) => neighbourhoodOf(path.posix.dirname(file))))
  const around = [...homes].flatMap((home) => filesIn(home, 1))
  return [...new Set([...checked, ...around])].slice(0, mostControlFiles).flatMap((file) => {
    const bytes = attempt(() => readAtOnce(file, largestControlFile))
    // A text from a pipe need not be on the disk; what belongs to it may be.
    return (bytes && toControlFile(file, bytes)) ?? (checked.includes(file) ? { path: file, text: '' } : [])
  })
}

/** The control files in a folder, and in those below it as deep as is said. */
function filesIn(folder: string, depth: number): readonly string[] {
  const entries = attempt(() => readdirSync(folder, { withFileTypes: true })) ?? []
  return entries.flatMap((entry) => {
    const below = path.posix.join(folder, entry.name)
    if (entry.isDirectory()) return depth > 0 ? filesIn(below, depth - 1) : []
    return isControlFile(below) ? [below] : []
  })
}

function isControlFile(file: string): boolean {
  return identifyMonit(file) !== undefined
}

function attempt<Result>(read: () => Result): Result | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
