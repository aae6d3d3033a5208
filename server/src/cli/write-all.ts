import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { replaceFile } from './replace-file.ts'

/** A file to be written. */
export interface NewFile {
  /** Absolute. */
  readonly path: string
  readonly text: string
}

/** The file with which writing failed, and what the operating system said. */
export interface WriteFailure {
  readonly path: string
  readonly error: unknown
}

/**
 * Writes files, all of them or none: where one can't be written, those before it are taken back, and the folders that
 * were made for them.
 * @param replaces whether a file that is there already gives way; else it is an error, as of the operating system
 * @returns the failure; undefined where all is written
 */
export function writeAll(files: readonly NewFile[], replaces: boolean): WriteFailure | undefined {
  const undo: (() => void)[] = []
  for (const file of files) {
    try {
      makeFolder(path.dirname(file.path), undo)
      writeOne(file, replaces, undo)
    } catch (error) {
      for (const step of undo.reverse()) attempt(step)
      return { path: file.path, error }
    }
  }
  return undefined
}

function writeOne(file: NewFile, replaces: boolean, undo: (() => void)[]): void {
  if (replaces && exists(file.path)) {
    const before = readFileSync(file.path)
    replaceFile(file.path, Buffer.from(file.text))
    undo.push(() => replaceFile(file.path, before))
    return
  }
  // A link is made only where nothing is, and then with the whole text at once.
  const fresh = path.join(path.dirname(file.path), `.${path.basename(file.path)}.${process.pid}.tmp`)
  writeFileSync(fresh, file.text, { flag: 'wx' })
  try {
    link(fresh, file.path)
  } catch (error) {
    rmSync(fresh, { force: true })
    throw error
  }
  undo.push(() => rmSync(file.path))
}

function link(fresh: string, target: string): void {
  try {
    linkSync(fresh, target)
    rmSync(fresh)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // Some file systems know no links.
    if ((code !== 'EPERM' && code !== 'ENOSYS' && code !== 'ENOTSUP') || exists(target)) throw error
    renameSync(fresh, target)
  }
}

/** Makes a folder and those above it, one by one, so that they can be taken back. */
function makeFolder(folder: string, undo: (() => void)[]): void {
  if (exists(folder)) return
  makeFolder(path.dirname(folder), undo)
  mkdirSync(folder)
  undo.push(() => rmdirSync(folder))
}

function exists(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined
}

function attempt(step: () => void): void {
  try {
    step()
  } catch {
    // What led here is told; that a trace of it stays is the lesser news.
  }
}
