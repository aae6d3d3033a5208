import { badSpecifierProblem, findBadSpecifier } from '../extract/specifiers.ts'
import type { Place, ValueProblem } from '../problem.ts'
import { isExact, type Part } from './part.ts'
import { expandPath, isPlainPath, type PathFault, type PathWish, pathFault } from './path-fault.ts'

/** How a directive takes a path that is wrong, and what else it asks of one. */
export interface PathReading extends PathWish {
  /** What a fault does; leaves the line or the item out unless said otherwise. */
  readonly effect?: 'refused'
}

const absolute: PathReading = {}

/** What is wrong with one path; undefined where it is right, or may be, its specifiers being what they are. */
export function pathProblem(
  part: Part,
  place: Place,
  reading: PathReading = absolute,
): ValueProblem | undefined {
  if (!reading.relative && isPlainPath(part.text)) return undefined
  return specifierProblem(part, place, reading.effect) ?? faultOf(part, place, reading)
}

/** The problem that a part has with a specifier which its text, a path or not, can't have. */
export function specifierProblem(
  part: Part,
  place: Place,
  effect?: PathReading['effect'],
): ValueProblem | undefined {
  const bad = findBadSpecifier(part.text, 'full', place.version)
  if (!bad) return undefined
  const { from, to, message } = badSpecifierProblem(bad, place, 'full')
  const span = isExact(part) ? { from: part.from + from, to: part.from + to } : spanOf(part)
  return problem({ ...span, message, effect })
}

/** A problem with the whole of a part. */
export function partProblem(part: Part, message: string, more: Partial<ValueProblem> = {}): ValueProblem {
  return problem({ ...spanOf(part), message, ...more })
}

/** A problem of the rule for paths. */
export function problem({ effect, ...rest }: Omit<ValueProblem, 'rule'>): ValueProblem {
  return { rule: 'invalid-path', ...rest, ...(effect ? { effect } : {}) }
}

/** The first version on record that drops a `..` at the top of a path. */
const dropsTopSince = 257

/** What a reading comes to in the version at hand. */
export function wishOf(reading: PathReading, { version }: Place): PathWish {
  return version >= dropsTopSince ? reading : { ...reading, dropsTop: false }
}

function faultOf(part: Part, place: Place, reading: PathReading): ValueProblem | undefined {
  const wish = wishOf(reading, place)
  const fault = pathFault(expandPath(part.text, place), wish)
  if (!fault) return undefined
  const { effect } = reading
  const replacements = isExact(part) ? guesses(part.text, fault, place, wish) : []
  return partProblem(part, faultMessage(part.text, fault, place, reading), {
    ...(effect ? { effect } : {}),
    ...(replacements.length > 0 ? { replacements, safe: isPlain(part.text, fault) } : {}),
  })
}

function faultMessage(text: string, fault: PathFault, { directive }: Place, reading: PathReading): string {
  const key = `'${directive.name}='`
  switch (fault) {
    case 'relative':
      return relativeMessage(text, key)
    case 'absolute':
      return `'${text}' is an absolute path; ${key} takes names relative to its own root`
    case 'empty':
    case 'dot':
      return `'${text}' names no folder; ${key} takes names relative to its own root`
    case 'dot-dot':
      return `'${text}' has '..' in it, which ${key} refuses; write the path without`
    case 'long-name':
      return `a name in the path is longer than 255 bytes, more than ${key} takes`
    case 'long':
      return `the path is longer than 4095 bytes, more than ${key} takes`
    case 'api':
      return `'${text}' lies below ${reading.api === 'refused' ? '/dev, /proc or /sys' : '/proc or /sys'}, which ${key} refuses`
    case 'bytes':
      return `the escapes in '${text}' make bytes that are no valid UTF-8`
  }
}

function relativeMessage(text: string, key: string): string {
  const rule = `${key} takes paths that start with '/'`
  if (text === '') return `a path is missing here; ${rule}`
  if (text[0] === '"' || text[0] === "'") return `quotes are part of the path to ${key}; leave them out`
  if (text[0] === '~') return `'~' is not expanded in '${text}'; ${rule}, or with %h for the manager's home`
  if (text[0] === '$') return `variables are not expanded in '${text}'; ${rule}, or with a specifier like %h`
  return `'${text}' is not absolute; ${rule}, or with a specifier like %h or %t`
}

/** What could stand instead, as far as it is right then. */
function guesses(text: string, fault: PathFault, place: Place, wish: PathWish): readonly string[] {
  const guess = guessPath(text, fault, place)
  return guess !== undefined && !pathFault(expandPath(guess, place), wish) ? [guess] : []
}

function guessPath(text: string, fault: PathFault, { manager }: Place): string | undefined {
  if (fault === 'dot-dot') return withoutDots(text)
  if (fault !== 'relative') return undefined
  const unquoted = /^(["'])([^"']*)\1$/.exec(text)?.[2]
  if (unquoted !== undefined) return unquoted
  const home = /^(?:~|\$HOME|\$\{HOME\})(?=\/)/.exec(text)?.[0]
  // The home that %h stands for is root's in the system manager, whatever User= says.
  if (home) return manager === 'user' ? `%h${text.slice(home.length)}` : undefined
  return /^[\w.]/.test(text) ? `/${text.replace(/^(?:\.\/)+/, '')}` : undefined
}

/** True where the guess says what the author did beyond doubt. */
function isPlain(text: string, fault: PathFault): boolean {
  return fault === 'relative' && /^["'~$]/.test(text)
}

/** The path with each `..` and what is before it gone, as it is where no symbolic links are. */
function withoutDots(text: string): string | undefined {
  if (text[0] !== '/') return undefined
  const kept: string[] = []
  for (const name of text.split('/')) {
    if (name === '..') kept.pop()
    else if (name !== '' && name !== '.') kept.push(name)
  }
  return `/${kept.join('/')}`
}

function spanOf({ from, to }: Part): { readonly from: number; readonly to: number } {
  return { from, to }
}
