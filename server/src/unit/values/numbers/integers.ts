import type { CompletionItem } from '../../../base/features.ts'
import { type NumberFault, readInt, readLong, readUint64, readUnsigned } from '../extract/number.ts'
import { readSize } from '../extract/size.ts'
import type { ValueType, ValueTypes } from '../value-type.ts'
import { emptyProblem, faultMessage, faultProblem, fine, firstGuess, unquoted } from './fault.ts'
import { meaningOf, type NumberMeaning, numberMeaning } from './meanings.ts'

/** What a value that is one whole number may be. */
interface IntegerKind {
  readonly read: (text: string) => number | NumberFault
  readonly lowest: number
  readonly highest: number
  /** For messages, reads on after "takes". */
  readonly takes: string
  /** An empty value resets the directive. */
  readonly empty?: true
  /** Words that are taken too, and what they mean. */
  readonly words?: Readonly<Record<string, string>>
  readonly examples?: readonly (readonly [value: string, detail: string])[]
  /** What a number means, where it does not speak for itself. */
  readonly meaning?: (value: number) => string | undefined
}

function integerType(kind: IntegerKind): ValueType {
  const accepts = (text: string) => {
    const value = kind.read(text)
    return typeof value === 'number' && value >= kind.lowest && value <= kind.highest
  }
  const isWord = (text: string) => kind.words !== undefined && Object.hasOwn(kind.words, text)
  const items = [...Object.entries(kind.words ?? {}), ...(kind.examples ?? [])].map(
    ([label, detail]): CompletionItem => ({ label, kind: 'value', detail }),
  )
  return {
    check(text, place) {
      if (accepts(text) || isWord(text)) return fine
      if (text === '') return kind.empty ? fine : emptyProblem(place, kind.takes)
      const value = kind.read(text)
      const message = faultMessage(text, typeof value === 'number' ? 'range' : value)
      const guess = guessInteger(text, (each) => accepts(each) || isWord(each))
      return [faultProblem({ from: 0, to: text.length, message, guess }, place, kind.takes)]
    },
    complete(text, _cursor, { directive }) {
      const own = numberMeaning(directive.section, directive.name)
      const offered = own ? [...items, ...itemsOf(own)] : items
      return offered.length > 0 ? { from: 0, to: text.length, items: offered } : undefined
    },
    describe(text, _cursor, { directive }) {
      const own = numberMeaning(directive.section, directive.name)
      const value = accepts(text) ? kind.read(text) : undefined
      const markdown = isWord(text)
        ? kind.words![text]
        : typeof value === 'number'
          ? (kind.meaning?.(value) ?? (own && meaningOf(own, value)))
          : undefined
      return markdown === undefined
        ? undefined
        : { from: 0, to: text.length, markdown: `\`${text}\`: ${markdown}` }
    },
  }
}

/** The values that fit one directive of those that share a parser. */
function itemsOf(own: NumberMeaning): readonly CompletionItem[] {
  return own.values.map((label) => ({ label, kind: 'value', detail: meaningOf(own, Number(label)) }))
}

function guessInteger(text: string, isRight: (text: string) => boolean) {
  const size = readSize(text, 1024)
  return firstGuess(
    [
      [unquoted(text), true],
      [text.toLowerCase(), true],
      [/^(?:unlimited|max|-1)$/i.test(text) ? 'infinity' : undefined, false],
      [text.replace(/(?<=\d)[,_'](?=\d{3})/g, ''), true],
      [text.replace(/\.0+$/, ''), true],
      [typeof size === 'number' ? String(size) : undefined, false],
    ],
    isRight,
  )
}

const unbounded = { lowest: Number.NEGATIVE_INFINITY, highest: Number.POSITIVE_INFINITY }
const notNegative = 'a whole number from 0 to 4294967295'

/** What a share is, beside the one that units have by default. */
function shareMeaning(usual: number): (value: number) => string {
  return (value) => {
    switch (value) {
      case usual:
        return 'the default share'
      case 2 * usual:
        return 'twice the default share'
      case usual / 2:
        return 'half the default share'
      default:
        return `${value / usual} times the default share`
    }
  }
}

function shareExamples(usual: number): readonly (readonly [value: string, detail: string])[] {
  return [usual / 2, usual, 2 * usual].map((value) => [String(value), shareMeaning(usual)(value)])
}

/** Values that are one whole number. */
export const integerTypes: ValueTypes = {
  int: integerType({ read: readInt, ...unbounded, takes: 'a whole number from -2147483648 to 2147483647' }),
  unsigned: integerType({ read: readUnsigned, ...unbounded, takes: notNegative }),
  long: integerType({ read: readLong, ...unbounded, takes: 'a whole number' }),
  exec_nice: integerType({
    read: readInt,
    lowest: -20,
    highest: 19,
    empty: true,
    takes: 'a nice level from -20 to 19',
    examples: [
      ['-5', 'before ordinary processes'],
      ['0', 'as ordinary processes'],
      ['10', 'behind ordinary processes'],
      ['19', 'only when nobody else wants the CPU'],
    ],
    meaning: (value) =>
      value === 0
        ? 'neither favoured nor put back'
        : value < 0
          ? 'gets the CPU before ordinary processes'
          : 'lets ordinary processes go first',
  }),
  exec_oom_score_adjust: integerType({
    read: readInt,
    lowest: -1000,
    highest: 1000,
    empty: true,
    takes: 'a whole number from -1000 to 1000',
    examples: [
      ['-1000', 'never killed when memory runs out'],
      ['-500', 'killed later than others'],
      ['500', 'killed sooner than others'],
      ['1000', 'killed first'],
    ],
    meaning: (value) =>
      value === -1000
        ? 'never killed when memory runs out'
        : value === 0
          ? 'as likely to be killed as its size suggests'
          : `killed ${value < 0 ? 'later' : 'sooner'} than others of its size when memory runs out`,
  }),
  exec_cpu_sched_prio: integerType({
    read: readInt,
    lowest: 0,
    highest: 99,
    takes: 'a priority from 0 to 99',
  }),
  exec_io_priority: integerType({
    read: readInt,
    lowest: 0,
    highest: 7,
    empty: true,
    takes: 'a priority from 0 to 7',
    examples: [
      ['0', 'the highest priority in its class'],
      ['4', 'the default'],
      ['7', 'the lowest priority in its class'],
    ],
    meaning: (value) =>
      value === 0 ? 'the highest' : value === 7 ? 'the lowest' : `${value} below the highest`,
  }),
  exit_status: integerType({
    read: readUnsigned,
    lowest: 0,
    highest: 255,
    empty: true,
    takes: 'an exit status from 0 to 255',
  }),
  swap_priority: integerType({
    read: readInt,
    lowest: -1,
    highest: 32767,
    empty: true,
    takes: 'a priority from -1 to 32767',
  }),
  tty_size: integerType({ read: readUnsigned, ...unbounded, empty: true, takes: notNegative }),
  concurrency_max: integerType({
    read: readUnsigned,
    ...unbounded,
    empty: true,
    takes: "a number of units, or 'infinity'",
    words: { infinity: 'no limit' },
  }),
  cg_weight: integerType({
    read: readUint64,
    lowest: 1,
    highest: 10000,
    empty: true,
    takes: 'a weight from 1 to 10000',
    examples: shareExamples(100),
    meaning: shareMeaning(100),
  }),
  cpu_shares: integerType({
    read: readUint64,
    lowest: 2,
    highest: 262144,
    empty: true,
    takes: 'a number of shares from 2 to 262144',
    examples: shareExamples(1024),
    meaning: shareMeaning(1024),
  }),
  blockio_weight: integerType({
    read: readUint64,
    lowest: 10,
    highest: 1000,
    empty: true,
    takes: 'a weight from 10 to 1000',
    examples: shareExamples(500),
    meaning: shareMeaning(500),
  }),
}
