import type { Place } from '../problem.ts'
/** What systemd finds wrong with a path. */
export type PathFault =
  | 'relative'
  | 'absolute'
  | 'empty'
  | 'dot'
  | 'dot-dot'
  | 'long-name'
  | 'long'
  | 'api'
  | 'bytes'

/** What a directive, or a version of systemd, asks of a path beyond its being sane. */
export interface PathWish {
  /** Folder names relative to a root that the directive sets; absent: absolute paths. */
  readonly relative?: true
  /** Whether `/dev`, `/proc` and `/sys` are refused, or only the latter two. */
  readonly api?: 'refused' | 'dev only'
  /** Whether a `..` at the top of an absolute path goes away instead of being refused. */
  readonly dropsTop?: boolean
}

/** Stands for what a specifier expands to where that is nothing, a part of a name, or a path: nobody knows beforehand. */
const open = '\uE000'
/** Stands for what a specifier expands to where that is a part of a name for sure. */
const named = '\uE001'

/** Specifiers that expand to an absolute path in every manager. */
const folders = 'CDELSTVYdfhsty'
/** Specifiers that expand to at least one character and never to a slash. */
const names = 'nNpHlmbvauUgG'
/** Specifiers that follow from the name of the unit alone. */
const unitLetters = 'nNpiI'

/** The longest name of a file and the longest path, in bytes (`NAME_MAX`, and `PATH_MAX` without its NUL). */
const longestName = 255
const longestPath = 4095

/** What is absolute and right beyond doubt: the common case, told without cutting it up. */
const plain = /^(?:%[CELSht])?(?:\/[\w+,@=:-][\w.+,@=:-]*)+\/?$/
const api = /^\/(?:dev|proc|sys)(?:\/|$)/

/** True for a path that every directive takes which wants an absolute one; a folder's specifier may begin it. */
export function isPlainPath(text: string): boolean {
  return text.length <= longestName && plain.test(text) && !api.test(text)
}

/**
 * A text whose specifiers are all known, as `pathFault` wants it.
 * @param place for which unit it is read, where one knows it; not asked for where no specifier stands in the text
 */
export function expandPath(text: string, place: Pick<Place, 'unit'> = {}): string {
  if (!text.includes('%')) return text
  const { unit } = place
  return text.replace(/%([%A-Za-z0-9])/g, (_, letter: string) => {
    if (letter === '%') return '%'
    if (folders.includes(letter)) return `/${named}`
    if (unit !== undefined && unitLetters.includes(letter)) return fromUnit(letter, unit)
    return names.includes(letter) ? named : open
  })
}

/** What a specifier gives that is a part of the unit's name as it is; a template stands for any of its instances. */
function fromUnit(letter: string, unit: string): string {
  if (letter === 'n') return unit.includes('@.') ? named : unit
  const stem = unit.slice(0, unit.lastIndexOf('.'))
  const at = stem.indexOf('@')
  if (letter === 'p') return at < 0 ? stem : stem.slice(0, at)
  if (letter === 'N') return at < 0 || at < stem.length - 1 ? stem : named
  // %i, and %I while there is nothing to unescape
  if (at < 0) return ''
  return letter === 'i' && at < stem.length - 1 ? stem.slice(at + 1) : open
}

/**
 * What `path_simplify_and_warn()` of `src/shared/parse-helpers.c` finds wrong with a path, as far as it can be told
 * whatever the specifiers expand to.
 * @param path what `expandPath` made of the value
 */
export function pathFault(path: string, wish: PathWish): PathFault | undefined {
  if (hasBadBytes(path)) return 'bytes'
  const start = path[0]
  if (start !== open) {
    if (wish.relative ? start === '/' : start !== '/') return wish.relative ? 'absolute' : 'relative'
    if (start === undefined) return 'empty'
  }
  return partsFault(path, wish) ?? (isLongPath(path) ? 'long' : undefined)
}

/** The path without what `path_simplify()` leaves out, as names; `undefined` where a specifier may change the count. */
export function pathNames(path: string): readonly string[] | undefined {
  const all = path.split('/').filter((name) => name !== '' && name !== '.')
  return all.includes(open) || path.startsWith(open) ? undefined : all
}

function partsFault(path: string, wish: PathWish): PathFault | undefined {
  // A `..` at the top goes away; one below what may be nothing could be at the top.
  let top = path[0] === '/' || path[0] === open
  let certain = path[0] !== open
  let isEmpty = true
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue
    if (isLong(name, longestName)) return 'long-name'
    if (name === '..') {
      if (!top || (wish.dropsTop === false && certain)) return 'dot-dot'
      continue
    }
    isEmpty = false
    if (top && certain && wish.api && isApi(name, wish.api)) return 'api'
    if (isDefinite(name)) top = false
    else certain = false
  }
  return isEmpty && path[0] !== '/' && path[0] !== open ? 'dot' : undefined
}

function isApi(name: string, kind: PathWish['api']): boolean {
  return name === 'proc' || name === 'sys' || (name === 'dev' && kind === 'refused')
}

/** True where a name is not empty and no dot, whatever its specifiers expand to. */
function isDefinite(name: string): boolean {
  return /[^.\uE000]/.test(name) || /^\.{3,}$/.test(name)
}

/** True for a path that has too many bytes, whatever its specifiers expand to. */
export function isLongPath(path: string): boolean {
  return isLong(path, longestPath)
}

/** True where a text has more bytes than that, even if its specifiers expand to nothing. */
function isLong(text: string, limit: number): boolean {
  if (text.length * 3 <= limit) return false
  return new TextEncoder().encode(text.replace(/[\uE000\uE001]/g, '')).length > limit
}

/** True where escapes made bytes that are no UTF-8, or characters that Unicode rules out. */
function hasBadBytes(text: string): boolean {
  return /[^\0-\x7F]/.test(text) && /\p{Surrogate}|\p{Noncharacter_Code_Point}/u.test(text)
}
