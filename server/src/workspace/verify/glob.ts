import type { FileSystem } from '../../base/file-system.ts'
import { uriOfPath } from '../uri.ts'

/** So many folders are looked into for one pattern. */
const mostFolders = 200

/**
 * The files that a pattern of glob(3) names, sorted by path. What is no file is among them where it may lead to one: a
 * symbolic link; so is what is named without any wildcard, whether it is there or not.
 * @param pattern an absolute path in which `*`, `?` and `[...]` stand for other characters
 */
export async function filesOf(pattern: string, files: FileSystem): Promise<readonly string[]> {
  const segments = pattern.split('/').filter((segment) => segment !== '')
  const last = segments.pop()
  if (last === undefined) return []
  let folders: readonly string[] = ['']
  for (const segment of segments) {
    folders = (await Promise.all(folders.map((folder) => entriesOf(folder, segment, 'folder', files)))).flat()
    if (folders.length > mostFolders) folders = folders.slice(0, mostFolders)
  }
  const found = await Promise.all(folders.map((folder) => entriesOf(folder, last, 'file', files)))
  return found.flat().sort()
}

async function entriesOf(
  folder: string,
  segment: string,
  kind: 'file' | 'folder',
  files: FileSystem,
): Promise<readonly string[]> {
  const plain = withoutWildcards(segment)
  // The folder need not be readable for a name in it to be.
  if (plain !== undefined) return [`${folder}/${plain}`]
  const matches = segmentPattern(segment)
  const entries = (await files.readFolder(uriOfPath(folder || '/'))) ?? []
  return entries
    .filter((entry) => (entry.kind === kind || entry.kind === 'other') && matches.test(entry.name))
    .map(({ name }) => `${folder}/${name}`)
}

/** The name that a segment without wildcards stands for; undefined where it has one. */
function withoutWildcards(segment: string): string | undefined {
  return /(?:^|[^\\])(?:\\\\)*[*?[]/.test(segment) ? undefined : segment.replace(/\\(.)/g, '$1')
}

function segmentPattern(segment: string): RegExp {
  const body = segment.replace(
    /\\(.)|\[([!^]?)(\]?[^\]]*)\]|([\s\S])/g,
    (_all, escaped?: string, not?: string, set?: string, char?: string) => {
      if (escaped !== undefined) return literal(escaped)
      if (set !== undefined) return `[${not ? '^' : ''}${set.replace(/[\\\][^]/g, '\\$&')}]`
      if (char === '*') return '.*'
      return char === '?' ? '.' : literal(char!)
    },
  )
  // A wildcard stands for no dot at the beginning of a name.
  const hidden = segment.startsWith('.') ? '' : '(?!\\.)'
  try {
    return new RegExp(`^${hidden}${body}$`, 'su')
  } catch {
    // A range whose end comes before its beginning matches nothing.
    return /^\b$/
  }
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
