import { nearest } from '../../../base/nearest.ts'
import { enumValues } from '../../data/enums.ts'
import { allWords, type Word } from '../extract/first-word.ts'
import { readUint64 } from '../extract/number.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueType } from '../value-type.ts'
import { faultProblem, fine, type Guess, unquoted } from './fault.ts'

const takes = "kinds of memory such as 'private-anonymous', 'default', 'all', or a hexadecimal mask"

/** The kinds of memory in the order of the mask's bits. */
const kindsInMask = 9

/** Kinds of memory in a core dump: `coredump_filter_mask_from_string()`; one wrong word spoils them all. */
export const coredumpFilterType: ValueType = {
  check(text, place) {
    const { words, error } = allWords(text, {})
    if (error) {
      const message = 'a backslash at the end escapes nothing'
      return [faultProblem({ from: error.at, to: text.length, message }, place, takes)]
    }
    return words.flatMap((word) => checkKind(word, place))
  },
  describe(text, cursor, place) {
    const word = allWords(text, {}).words.find(({ from, to }) => from <= cursor && cursor <= to)
    const mask = word ? readUint64(word.text, 16) : 'syntax'
    if (!word || typeof mask !== 'number') return undefined
    const kinds = names(place).filter((_, bit) => bit < kindsInMask && Math.floor(mask / 2 ** bit) % 2 === 1)
    const markdown = `\`${word.text}\`: ${kinds.length > 0 ? kinds.join(', ') : 'no memory at all'}`
    return { from: word.from, to: word.to, markdown }
  },
}

function names({ directive, version }: Place): readonly string[] {
  return enumValues(directive.parser, version).map(({ name }) => name)
}

function checkKind({ text, from, to }: Word, place: Place): readonly ValueProblem[] {
  if (names(place).includes(text)) return fine
  const mask = readUint64(text, 16)
  if (typeof mask === 'number') return fine
  const message =
    mask === 'range' ? `'${text}' is out of range` : `'${text}' is no kind of memory and no mask`
  return [faultProblem({ from, to, message, guess: guessKind(text, place) }, place, takes)]
}

function guessKind(text: string, place: Place): Guess | undefined {
  const bare = (unquoted(text) ?? text).replace(/[,;]$/, '')
  const known = names(place)
  const exact = bare.toLowerCase().replaceAll('_', '-')
  if (known.includes(exact)) return { text: exact, safe: true }
  const near = nearest(bare, known)
  return near === undefined ? undefined : { text: near, safe: false }
}
