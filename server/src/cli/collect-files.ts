import { lstatSync, readdirSync, readlinkSync, statSync } from 'node:fs'
import path from 'node:path'
import { isAppConfig } from '../workspace/app-config.ts'
import { recognise } from '../workspace/documents.ts'
import { type Problem, reasonOf } from './problem.ts'
import { quote } from './quote.ts'

/** A file to check. */
export interface FileToCheck {
  /** As a person would write it: what they gave, or below the folder they gave. */
  readonly path: string
  /** From the root, with `/` between folders: what tells the kind of file. */
  readonly absolute: string
  /** True where it was given itself, not met in a folder. */
  readonly named: boolean
}

export interface CollectedFiles {
  readonly files: readonly FileToCheck[]
  /** The files that these are compared with, though nobody checks them; from the root. */
  readonly configs: readonly string[]
  readonly problems: readonly Problem[]
}

const skippedFolders: ReadonlySet<string> = new Set(['.git', 'node_modules'])

/**
 * The files that the given paths stand for: files as they are, folders with every known file in and below them, sorted.
 * In folders symbolic links are passed over: a linked unit is an enabled, masked or aliased one whose file is
 * elsewhere, and a linked folder may lead in a circle.
 * @param cwd where relative paths start
 */
export function collectFiles(paths: readonly string[], cwd: string): CollectedFiles {
  const files = new Map<string, FileToCheck>()
  const configs = new Set<string>()
  const problems: Problem[] = []
  const add = (file: string, named: boolean) => {
    const absolute = path.resolve(cwd, file).replaceAll(path.sep, '/')
    if (isAppConfig(absolute)) configs.add(absolute)
    if (!named && recognise(absolute) === undefined) return
    if (named || !files.has(absolute)) files.set(absolute, { path: file, absolute, named })
  }
  for (const given of paths) {
    const kind = kindOf(path.resolve(cwd, given), given)
    if (kind === 'folder') walk(given, cwd, add, problems)
    else if (kind === 'file') add(given, true)
    else problems.push({ path: given, failed: 'check', reason: kind.reason, counts: true })
  }
  return { files: [...files.values()], configs: [...configs], problems }
}

function kindOf(absolute: string, given: string): 'folder' | 'file' | { readonly reason: string } {
  // Resolving '' gives the current folder, which nobody asked for.
  if (given === '') return { reason: 'the path is empty' }
  try {
    return statSync(absolute).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    return { reason: danglingLink(absolute) ?? reasonOf(error) }
  }
}

function danglingLink(absolute: string): string | undefined {
  try {
    if (!lstatSync(absolute).isSymbolicLink()) return undefined
    return `it is a symbolic link to ${quote(readlinkSync(absolute))}, which can't be reached`
  } catch {
    return undefined
  }
}

function walk(
  top: string,
  cwd: string,
  add: (file: string, named: boolean) => void,
  problems: Problem[],
): void {
  const found: string[] = []
  const folders = [top]
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    let entries: ReturnType<typeof readFolder>
    try {
      entries = readFolder(path.resolve(cwd, folder))
    } catch (error) {
      problems.push({ path: folder, failed: 'check', reason: reasonOf(error), counts: true })
      continue
    }
    for (const entry of entries) {
      const below = path.join(folder, entry.name)
      if (entry.isDirectory()) {
        if (!skippedFolders.has(entry.name)) folders.push(below)
      } else if (entry.isFile()) found.push(below)
    }
  }
  for (const file of found.sort()) add(file, false)
}

function readFolder(absolute: string) {
  return readdirSync(absolute, { withFileTypes: true })
}
