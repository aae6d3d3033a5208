import type { FileSystem } from '../base/file-system.ts'
import { childUri } from './uri.ts'

/** A workspace may be somebody's whole home directory; what lies beyond these bounds isn't met, no more. */
const mostEntries = 20_000
const deepest = 8

/** Folders of other people's files. `.config` isn't one of them: it holds systemd/user. */
const skipped: ReadonlySet<string> = new Set([
  'node_modules',
  'vendor',
  'dist',
  '.git',
  '.hg',
  '.svn',
  '.cache',
])

/** How a folder is walked. */
export interface Walk {
  /** Called with the URI of each file, and of each link, whose target isn't looked at. */
  visit(uri: string): void
  /** Asked before each folder; the walk ends where the answer is false. */
  wanted?(): boolean
  /** How many folders deep; 0 is the folder alone. */
  readonly depth?: number
}

/** Visits the files in a folder and below it, breadth first: where a bound cuts something off, it is what lies deepest. */
export async function walkFolder(
  files: FileSystem,
  root: string,
  { visit, wanted, depth: most = deepest }: Walk,
): Promise<void> {
  const queue = [{ uri: root, depth: 0 }]
  let seen = 0
  for (const { uri, depth } of queue) {
    if (wanted?.() === false) return
    for (const { name, kind } of (await files.readFolder(uri)) ?? []) {
      seen += 1
      if (seen > mostEntries) return
      const child = childUri(uri, name)
      if (kind !== 'folder') visit(child)
      else if (depth < most && !skipped.has(name)) queue.push({ uri: child, depth: depth + 1 })
    }
  }
}
