import type { ControlFile } from '../base/environment.ts'
import { readControlFile } from './control-files.ts'
import { identifyMonit } from './identity.ts'

/**
 * A way to ask which of `files` are read by the same monit as the one at a path, itself left out, by path.
 *
 * These are what a top file includes, its includes' includes too, and the top file itself. Where several top files
 * include the one in question, the nearest counts. Where none is at hand, the files of the same folder are meant, if
 * it is one from which distributions include everything, and the top file beside that folder.
 */
export function companyIn(files: readonly ControlFile[]): (path: string) => readonly ControlFile[] {
  const byFile = new Map(files.map((file) => [file.path, file]))
  const included = new Map(
    files.flatMap((file) => {
      const all = includedBy(file, files)
      return all.length > 0 ? [[file, new Set(all)] as const] : []
    }),
  )
  return (path) => {
    const place = [enabledPath(path), path].find((each) => byFile.has(each)) ?? path
    const own = byFile.get(place)
    const reached = own ? reachedFrom(topOf(own, included), included) : new Set<ControlFile>()
    const together = reached.size > 1 ? [...reached] : filesBeside(place, files)
    return together.filter((file) => file.path !== path && file.path !== place).sort(byPath)
  }
}

/** Where the link lies by which Debian's monit reads a file of `conf-available`. */
function enabledPath(path: string): string {
  return path.replace(/\/conf-available\/([^/]+)$/, '/conf-enabled/$1')
}

/** What each file includes, of those at hand; files that include nothing are left out. */
type Includes = ReadonlyMap<ControlFile, ReadonlySet<ControlFile>>

/** The files among `files` that a pattern behind `include` names, by path. */
export function filesIncludedBy(
  from: string,
  pattern: string,
  files: readonly ControlFile[],
): readonly ControlFile[] {
  const matches = matcherOf(from, pattern)
  return files.filter((file) => file.path !== from && matches(file.path)).sort(byPath)
}

function byPath(a: ControlFile, b: ControlFile): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}

function includedBy(file: ControlFile, files: readonly ControlFile[]): readonly ControlFile[] {
  // Nearly no file includes any; that is seen without parsing it.
  if (!/include/i.test(file.text)) return []
  const { includes } = readControlFile(file)
  return includes.flatMap(({ pattern }) => filesIncludedBy(file.path, pattern, files))
}

/** The nearest file that includes another one and is included by none itself; the file where nobody includes it. */
function topOf(file: ControlFile, includes: Includes): ControlFile {
  const seen = new Set([file])
  const tops: ControlFile[] = []
  for (const each of seen) {
    const above = [...includes].flatMap(([parent, all]) => (all.has(each) ? [parent] : []))
    for (const parent of above) seen.add(parent)
    if (above.length === 0) tops.push(each)
  }
  const nearness = (top: ControlFile) => sharedLength(top.path, file.path)
  return tops.sort((a, b) => nearness(b) - nearness(a) || byPath(a, b))[0] ?? file
}

function reachedFrom(top: ControlFile, includes: Includes): ReadonlySet<ControlFile> {
  const reached = new Set([top])
  for (const file of reached) for (const each of includes.get(file) ?? []) reached.add(each)
  return reached
}

/** Folders of which everything is included; in `conf-available` lie files of which some may be wanted instead of others. */
const liveFolder = /(?:^|\/)(?:conf\.d|conf-enabled|monit\.d|monitrc\.d)$/

function filesBeside(path: string, files: readonly ControlFile[]): readonly ControlFile[] {
  const home = folderOf(path)
  if (!liveFolder.test(home)) return []
  const above = folderOf(home)
  return files.filter((file) => {
    const folder = folderOf(file.path)
    return folder === home || (folder === above && identifyMonit(file.path)?.fragment === false)
  })
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0))
}

function sharedLength(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length
}

const templateSuffix = /\.(?:erb|epp|j2|jinja2?|m4|in|tmpl|tpl)$/

/**
 * Tells whether a pattern names a path. A project holds a copy of what will lie in /etc, so a pattern fits wherever
 * its last parts lead from the folder of the file that includes, and where the part of the path before it is that
 * file's too.
 */
function matcherOf(from: string, pattern: string): (path: string) => boolean {
  const home = folderOf(from)
  const parts = pattern.split('/').filter((part) => part !== '' && part !== '.')
  const isAbsolute = pattern.startsWith('/')
  const endings = isAbsolute ? parts.map((_, index) => parts.slice(index)).slice(0, -1) : [parts]
  // The name alone says too little, unless there is no more.
  const tails = (endings.length > 0 ? endings : [parts]).map(regExpOf)
  const whole = regExpOf(parts)
  return (path) => {
    if (path.endsWith('~')) return false
    return [path, path.replace(templateSuffix, '')].some((each) => {
      const below = each.startsWith(`${home}/`) ? each.slice(home.length + 1) : undefined
      if (below !== undefined && tails.some((tail) => tail.test(below))) return true
      if (!isAbsolute) return false
      const prefix = each.split('/').slice(0, -parts.length).join('/')
      return from.startsWith(`${prefix}/`) && whole.test(each.slice(prefix.length + 1))
    })
  }
}

/** glob(3) over parts of a path: no wildcard takes a slash, and none a leading dot. */
function regExpOf(parts: readonly string[]): RegExp {
  const source = parts.map((part) => {
    const body = part.replace(
      /\[(!?)([^\]]+)\]|[*?]|[.+^${}()|[\]\\]/g,
      (all, not?: string, set?: string) => {
        if (set !== undefined) return `[${not ? '^' : ''}${set.replace(/[\\[\]^]/g, '\\$&')}]`
        if (all === '*') return '[^/]*'
        return all === '?' ? '[^/]' : `\\${all}`
      },
    )
    return part.startsWith('.') ? body : `(?!\\.)${body}`
  })
  return new RegExp(`^${source.join('/')}$`)
}
