import type { Directive } from '../../data/directives.ts'
import { enumValues } from '../../data/enums.ts'
import { allWords } from '../extract/first-word.ts'
import { readInt } from '../extract/number.ts'
import type { Place } from '../problem.ts'
import { type Guess, guessItem } from './items.ts'

/** An item that systemd leaves out without a word. */
export interface UnheededItem extends Guess {
  readonly from: number
  readonly to: number
  readonly message: string
}

const none: readonly UnheededItem[] = []

const parsers: ReadonlySet<string> = new Set(['capability_set', 'exec_secure_bits', 'disable_controllers'])

/** True for directives whose values may have such items. */
export function mayHaveUnheededItems({ parser }: Directive): boolean {
  return parsers.has(parser)
}

/** The items of CapabilityBoundingSet=, SecureBits= and their kin that systemd does not know, and says nothing about. */
export function unheededItems(text: string, place: Place): readonly UnheededItem[] {
  switch (place.directive.parser) {
    case 'capability_set':
      return unknownWords(text, place, 'capability', isCapability)
    case 'exec_secure_bits':
      return unknownWords(text, place, 'secure bit', (word, names) => names.includes(word))
    case 'disable_controllers':
      return unknownWords(text, place, 'controller', (word, names) => names.includes(word))
    default:
      return none
  }
}

function unknownWords(
  text: string,
  { directive, version }: Place,
  kind: string,
  isKnown: (word: string, names: readonly string[]) => boolean,
): readonly UnheededItem[] {
  const names = enumValues(directive.parser, version, directive.name).map(({ name }) => name)
  const start = kind === 'capability' && text[0] === '~' ? 1 : 0
  const { words } = allWords(text, { unquote: kind !== 'controller' }, start)
  const unknown = words.filter((word) => !isKnown(word.text, names))
  // Where it knows no controller at all, systemd does speak up.
  if (kind === 'controller' && unknown.length === words.length) return none
  return unknown.map(({ text: word, from, to }) => {
    const meant = kind === 'capability' ? withPrefix(word, names) : undefined
    return {
      from,
      to,
      message: `'${word}' is no ${kind} that systemd ${version} knows; '${directive.name}=' leaves it out without a word`,
      ...(meant ? { replacements: [meant], safe: true } : guessItem(word, names)),
    }
  })
}

const highestCapability = 62

/** `capability_from_name()`: a name in any letter case, or a number. */
function isCapability(word: string, names: readonly string[]): boolean {
  const number = readInt(word)
  if (typeof number === 'number') return number >= 0 && number <= highestCapability
  return names.includes(word) || names.includes(word.toUpperCase())
}

/** The capability that was named without its `CAP_`. */
function withPrefix(word: string, names: readonly string[]): string | undefined {
  const full = `CAP_${word.toUpperCase()}`
  return names.includes(full) ? full : undefined
}
