import { allWords, firstWord } from '../extract/first-word.ts'
import { type NumberFault, readUnsigned } from '../extract/number.ts'
import { badSpecifierProblem, findBadSpecifier, unknownText } from '../extract/specifiers.ts'
import { expandName } from '../names/expand-name.ts'
import type { Place } from '../problem.ts'
import type { ValueType, ValueTypes } from '../value-type.ts'
import { faultProblem, fine, firstGuess, type Guess } from './fault.ts'
import { counted } from './figures.ts'

/** CPU_SET_MAX_NCPU: no kernel has more. */
const mostCpus = 8192

/** The version on record that first expands specifiers in NUMAMask=; 257 does not. */
const expandsMaskSince = 258

/** Up to 257 a loop over a range that begins with the largest number runs no round, and so finds nothing wrong. */
const largestCountsSince = 258
const uint32Max = 4294967295

const splitting = { separators: ' \t\n\r,', unquote: true }

/** Specifiers whose values are no paths, and still too long or too full of dots for a number. */
const neverNumbers = /%[abmvcrR]/

/** Numbers and ranges such as `0-3 8`, as plain as they mostly are. */
const plain = /^(?:0|[1-9]\d{0,2})(?:[ ,]+(?:0|[1-9]\d{0,2}))*$/

/** One kind of thing that is counted, and the word that stands for a set of its own. */
interface SetKind {
  readonly noun: string
  readonly word?: readonly [word: string, meaning: string]
}

function setType({ noun, word }: SetKind): ValueType {
  const takes = `numbers and ranges of ${noun}s such as '0-3 8'${word ? `, or '${word[0]}'` : ''}`
  return {
    check(text, place) {
      if (text === '' || text === word?.[0] || plain.test(text)) return fine
      const expands = place.directive.parser !== 'numa_mask' || place.version >= expandsMaskSince
      const bad = expands && text.includes('%') ? findBadSpecifier(text, 'full', place.version) : undefined
      if (bad)
        return [{ ...badSpecifierProblem(bad, place, 'full'), rule: 'invalid-number', effect: 'ignored' }]
      const { words, error } = allWords(expands ? maskSpecifiers(text) : text, splitting)
      if (error) {
        const message =
          error.error === 'quote' ? 'a quote is not closed' : 'a backslash at the end escapes nothing'
        return [faultProblem({ from: error.at, to: text.length, message }, place, takes)]
      }
      return words.flatMap(({ text: maskedWord, from, to }) => {
        const word = unmask(maskedWord, place)
        const raw = text.slice(from, to)
        // What expands to nothing is no word, unless it is in quotes.
        if (word === '' && !/["'\\]/.test(raw)) return fine
        const message = word.includes(unknownText)
          ? unknownMessage(word, raw, noun)
          : rangeMessage(word, noun, place)
        return message === undefined
          ? fine
          : [faultProblem({ from, to, message, guess: guessRange(word) }, place, takes)]
      })
    },
    complete: (text) =>
      word && { from: 0, to: text.length, items: [{ label: word[0], kind: 'value', detail: word[1] }] },
    describe(text) {
      if (text === '') return undefined
      const { words, error } = allWords(text, splitting)
      const numbers = new Set<number>()
      for (const each of words) {
        const range = readRange(each.text)
        if (typeof range === 'string' || range[1] >= mostCpus) return undefined
        for (let number = range[0]; number <= range[1]; number++) numbers.add(number)
      }
      if (error) return undefined
      return { from: 0, to: text.length, markdown: `\`${text}\`: ${counted(numbers.size, noun)}` }
    },
  }
}

/** A stand-in for each specifier, so that every character keeps its place while the value is cut into words. */
function maskSpecifiers(text: string): string {
  return text.replace(/%(?:(%)|([A-Za-z0-9]))/g, (_, percent: string | undefined, letter: string) => {
    return (percent ?? String.fromCharCode(maskBase + letter.charCodeAt(0))) + filler
  })
}

const maskBase = 0xe100
const masked = /[\ue100-\ue17f]/g
const filler = '\0'

/** A word in which what follows from the unit's name is expanded, and `unknownText` stands for the rest. */
function unmask(word: string, place: Place): string {
  return word.replaceAll(filler, '').replace(masked, (mask) => {
    const expanded = expandName(`%${String.fromCharCode(mask.charCodeAt(0) - maskBase)}`, place)
    return /[\s,"'\\]/.test(expanded) ? unknownText : expanded
  })
}

/** What is wrong with a word whatever its specifiers stand for: nothing, a number, a range. */
function unknownMessage(word: string, raw: string, noun: string): string | undefined {
  const possible = ['', '1', '0-1'].some(
    (value) => typeof readRange(word.replaceAll(unknownText, value)) !== 'string',
  )
  return possible && !neverNumbers.test(raw) ? undefined : `'${raw}' is no range of ${noun}s`
}

function rangeMessage(text: string, noun: string, { version }: Place): string | undefined {
  const range = readRange(text)
  if (typeof range === 'string')
    return range === 'range' ? `'${text}' is out of range` : `'${text}' is no range of ${noun}s`
  const [lower, upper] = range
  if (lower > upper) return `the range '${text}' ends before it begins`
  if (upper < mostCpus || (lower === uint32Max && version < largestCountsSince)) return undefined
  return `'${text}' is beyond ${mostCpus - 1}, the highest number`
}

/** A number, or two around a dash, as `parse_range()` has them. */
function readRange(text: string): readonly [number, number] | NumberFault {
  const first = firstWord(text, 0, { separators: '-', dontCoalesce: true })
  if (!first || 'error' in first) return 'syntax'
  const lower = readUnsigned(first.text)
  if (typeof lower !== 'number') return lower
  if (first.next === undefined) return [lower, lower]
  const upper = readUnsigned(text.slice(first.next))
  return typeof upper === 'number' ? [lower, upper] : upper
}

function guessRange(text: string): Guess | undefined {
  const [, first, last] = /^(\d+)-(\d+)$/.exec(text) ?? []
  return firstGuess(
    [
      [text.replace(/\.\.+|[–—:~]|to/, '-'), true],
      [last && `${last}-${first}`, false],
    ],
    (each) => {
      const range = readRange(each)
      return typeof range !== 'string' && range[0] <= range[1] && range[1] < mostCpus
    },
  )
}

const cpus = setType({ noun: 'CPU' })
const nodes = setType({ noun: 'memory node' })

/** AllowedMemoryNodes= counts nodes; its kin count CPUs. */
const allowedSetType: ValueType = {
  check: (text, place) => (place.directive.name.endsWith('Nodes') ? nodes : cpus).check(text, place),
  describe: (text, cursor, place) =>
    (place.directive.name.endsWith('Nodes') ? nodes : cpus).describe!(text, cursor, place),
}

/** Sets of CPUs and of memory nodes. */
export const cpuSetTypes: ValueTypes = {
  unit_cpu_set: allowedSetType,
  allowed_cpuset: allowedSetType,
  exec_cpu_affinity: setType({ noun: 'CPU', word: ['numa', 'the CPUs of the nodes in NUMAMask='] }),
  numa_mask: setType({ noun: 'NUMA node', word: ['all', 'all nodes of the machine'] }),
}
