import { isAbsoluteStart, unknownText } from '../extract/specifiers.ts'
import type { Place } from '../problem.ts'
import { unescapeName } from './unit-name.ts'

/** The system manager runs as root. */
const ofRoot: Readonly<Record<string, string>> = { u: 'root', U: '0', g: 'root', G: '0' }

/**
 * A text with its specifiers expanded as far as anybody can tell: exactly where they follow from the name of the unit
 * or the manager, `unknownText` for the others, behind a slash where these are absolute paths.
 */
export function expandName(text: string, place: Place): string {
  if (!text.includes('%')) return text
  const parts = place.unit === undefined ? undefined : partsOf(place.unit)
  return text.replace(/%(?:(%)|([A-Za-z0-9]))/g, (specifier, percent: string | undefined, letter: string) => {
    if (percent !== undefined) return percent
    if (place.manager === 'system' && letter in ofRoot) return ofRoot[letter]!
    if (isAbsoluteStart(specifier)) return `/${unknownText}`
    return (parts && fromName(letter, parts)) ?? fromType(letter, place) ?? unknownText
  })
}

interface UnitParts {
  readonly prefix: string
  /** Undefined in a template, empty where the name has no `@`. */
  readonly instance: string | undefined
  readonly stem: string
  readonly type: string
}

function partsOf(unit: string): UnitParts {
  const dot = unit.lastIndexOf('.')
  const stem = unit.slice(0, dot)
  const at = stem.indexOf('@')
  const type = unit.slice(dot + 1)
  if (at < 0) return { prefix: stem, instance: '', stem, type }
  const prefix = stem.slice(0, at)
  const instance = stem.slice(at + 1)
  if (instance === '') return { prefix, instance: undefined, stem: `${prefix}@${unknownText}`, type }
  return { prefix, instance, stem, type }
}

/** What a specifier that follows from the name alone expands to; undefined where it is none, or can't be told. */
function fromName(letter: string, { prefix, instance, stem, type }: UnitParts): string | undefined {
  const last = prefix.slice(prefix.lastIndexOf('-') + 1)
  switch (letter) {
    case 'n':
      return `${stem}.${type}`
    case 'N':
      return stem
    case 'p':
      return prefix
    case 'P':
      return unescapeName(prefix)
    case 'i':
      return instance
    case 'I':
      return instance === undefined ? undefined : unescapeName(instance)
    case 'j':
      return last
    case 'J':
      return unescapeName(last)
    default:
      return undefined
  }
}

/** `%n` ends in the type of the unit, even where nothing else is known of its name. */
function fromType(letter: string, { directive }: Place): string | undefined {
  // The unit of a [Unit] section is of any type, and what stands there may be of any.
  const own = directive.section === 'Unit' ? 'service' : directive.section.toLowerCase()
  return letter === 'n' ? `${unknownText}.${own}` : undefined
}
