import { quote } from './quote.ts'

/** A path with which something could not be done. */
export interface Problem {
  readonly path: string
  readonly failed: 'check' | 'mend'
  readonly reason: string
  /** False where the path was met in a folder and turned out to be no unit file: then it is only mentioned. */
  readonly counts: boolean
}

/** A problem in one line. */
export function describeProblem({ path, failed, reason }: Problem): string {
  return `unitwright: cannot ${failed} ${quote(path)}: ${reason}\n`
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOTDIR: 'a part of the path is no folder',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
  ENXIO: 'it is a socket or a device that is not there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left on the device',
  EMFILE: 'too many files are open',
  EIO: 'the device failed',
}

/** What the operating system said, in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return (code && reasons[code]) || code || message
}
