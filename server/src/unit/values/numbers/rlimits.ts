import type { CompletionItem } from '../../../base/features.ts'
import { firstWord } from '../extract/first-word.ts'
import { type NumberFault, readUint64 } from '../extract/number.ts'
import { readSize } from '../extract/size.ts'
import type { Place, ValueProblem } from '../problem.ts'
import {
  formatSpan,
  infinity,
  isPlainSpan,
  microseconds,
  readSpan,
  type SpanScale,
} from '../times/time-span.ts'
import type { ValueType } from '../value-type.ts'
import { emptyProblem, faultMessage, faultProblem, fine, firstGuess, type Guess, unquoted } from './fault.ts'
import { bytesText, grouped } from './figures.ts'
import { guessSize } from './sizes.ts'

/** What one side of a limit may be. `Infinity` is no limit. */
interface LimitKind {
  readonly read: (text: string) => number | NumberFault
  /** For messages, reads on after "takes". */
  readonly takes: string
  readonly noun: string
  readonly meaning: (value: number) => string
  readonly examples: readonly string[]
}

/** Numbers and sizes say "no limit" by the word alone; the number that means it is out of range. */
function finite(value: number | NumberFault): number | NumberFault {
  return value === Number.POSITIVE_INFINITY ? 'range' : value
}

/** A bare number of RLIMIT_RTTIME is microseconds. */
const bareMicroseconds: SpanScale = { units: microseconds.units, bare: 1n }

function readTime(text: string, scale: SpanScale): number | NumberFault {
  const span = readSpan(text, scale)
  if (typeof span === 'bigint') return span === infinity ? Number.POSITIVE_INFINITY : Number(span)
  return span.kind === 'too-long' || span.kind === 'negative' ? 'range' : 'syntax'
}

/** `rlimit_parse_nice()`: with a sign a nice level, or else the kernel's number, which is 20 less the level. */
function readNice(text: string): number | NumberFault {
  const sign = text[0] === '+' || text[0] === '-' ? text[0] : ''
  const value = readUint64(text.slice(sign.length))
  if (typeof value !== 'number') return value
  if (value > (sign === '+' ? 19 : sign === '-' ? 20 : 40)) return 'range'
  return sign === '+' ? 20 - value : sign === '-' ? 20 + value : value
}

const unlimited = 'no limit'
const amountText = (value: number) => (value === Number.POSITIVE_INFINITY ? unlimited : grouped(value))
const spanText = (value: number) =>
  value === Number.POSITIVE_INFINITY ? unlimited : formatSpan(BigInt(value))

const amount: LimitKind = {
  read: (text) => (text === 'infinity' ? Number.POSITIVE_INFINITY : finite(readUint64(text))),
  takes: "a whole number or 'infinity', or two as 'SOFT:HARD'",
  noun: 'whole number',
  meaning: amountText,
  examples: ['infinity', '1024', '65536', '1024:524288'],
}
const size: LimitKind = {
  read: (text) => (text === 'infinity' ? Number.POSITIVE_INFINITY : finite(readSize(text, 1024))),
  takes: "bytes with K, M or G to the base 1024, 'infinity', or two as 'SOFT:HARD'",
  noun: 'size',
  meaning: (value) => (value === Number.POSITIVE_INFINITY ? unlimited : bytesText(value, 1024)),
  examples: ['infinity', '0', '64M', '1G'],
}
const seconds: LimitKind = {
  read: (text) => readTime(text, microseconds),
  takes: "a time span such as '10min' or 'infinity', or two as 'SOFT:HARD'",
  noun: 'time span',
  meaning: spanText,
  examples: ['infinity', '30s', '10min'],
}
const realTime: LimitKind = {
  ...seconds,
  read: (text) => readTime(text, bareMicroseconds),
  takes: "a time span such as '200ms', a bare number being microseconds, 'infinity', or two as 'SOFT:HARD'",
  examples: ['infinity', '200ms'],
}
const nice: LimitKind = {
  read: readNice,
  takes: "a nice level with its sign, '-20' to '+19', or a number from 0 to 40",
  noun: 'nice level',
  meaning: (value) => (value === 0 ? 'none may be set' : `nice levels down to ${20 - value}`),
  examples: ['+0', '-5', '-20'],
}

const kinds: Readonly<Record<string, LimitKind>> = {
  RLIMIT_CPU: seconds,
  RLIMIT_RTTIME: realTime,
  RLIMIT_NOFILE: amount,
  RLIMIT_NPROC: amount,
  RLIMIT_LOCKS: amount,
  RLIMIT_SIGPENDING: amount,
  RLIMIT_RTPRIO: amount,
  RLIMIT_NICE: nice,
}

/** The directive's kind of limit; what is not listed is a size. */
function kindOf({ directive }: Place): LimitKind {
  return kinds[directive.ltype] ?? size
}

/** One side of a limit, and where it stands. */
interface Side {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** The sides of a limit as `rlimit_parse()` has them; the string says why there are none. */
function splitLimit(text: string): readonly Side[] | 'colons' | 'escape' {
  const soft = firstWord(text, 0, { separators: ':', dontCoalesce: true })
  if (!soft || 'error' in soft) return 'escape'
  if (soft.next === undefined) return [soft]
  const hard = firstWord(text, soft.next, { separators: ':', dontCoalesce: true })
  if (!hard || 'error' in hard) return 'escape'
  return (hard.next ?? text.length) < text.length ? 'colons' : [soft, hard]
}

/** Limits of resources: `config_parse_rlimit()`. */
export const rlimitType: ValueType = {
  check(text, place) {
    const kind = kindOf(place)
    if (kind === seconds && isPlainSpan(text)) return fine
    if (!text.includes(':') && !text.includes('\\')) {
      if (typeof kind.read(text) === 'number') return fine
      if (text === '') return emptyProblem(place, kind.takes)
    }
    const sides = splitLimit(text)
    if (typeof sides === 'string') {
      const message =
        sides === 'colons' ? `'${text}' has more than two parts` : `'${text}' ends with a backslash`
      return [faultProblem({ from: 0, to: text.length, message }, place, kind.takes)]
    }
    for (const side of sides) {
      const value = kind.read(side.text)
      if (typeof value !== 'number') return [sideProblem(side, value, kind, place)]
    }
    return orderProblem(sides, kind, place)
  },
  complete: (text, _cursor, place) => ({
    from: 0,
    to: text.length,
    items: kindOf(place).examples.map((label): CompletionItem => {
      const kind = kindOf(place)
      return { label, kind: 'value', detail: limitText(label, kind) }
    }),
  }),
  describe(text, _cursor, place) {
    const meaning = limitText(text, kindOf(place))
    return meaning === undefined
      ? undefined
      : { from: 0, to: text.length, markdown: `\`${text}\`: ${meaning}` }
  },
}

function sideProblem(
  { text, from, to }: Side,
  fault: NumberFault,
  kind: LimitKind,
  place: Place,
): ValueProblem {
  const message = text === '' ? 'a part of the limit is missing' : faultMessage(text, fault, kind.noun)
  const guess = guessLimit(text, (each) => typeof kind.read(each) === 'number')
  return faultProblem({ from, to, message, guess }, place, kind.takes)
}

function guessLimit(text: string, isRight: (text: string) => boolean): Guess | undefined {
  const size = readSize(text, 1024)
  return (
    guessSize(text, isRight) ??
    firstGuess(
      [
        [unquoted(text), true],
        [typeof size === 'number' ? String(size) : undefined, false],
      ],
      isRight,
    )
  )
}

function orderProblem(sides: readonly Side[], kind: LimitKind, place: Place): readonly ValueProblem[] {
  const [soft, hard] = sides
  if (!soft || !hard) return fine
  if (roundedUp(kind, soft.text) <= roundedUp(kind, hard.text)) return fine
  const message = `the soft limit '${soft.text}' is above the hard limit '${hard.text}'`
  const guess = { text: `${hard.text}:${soft.text}`, safe: false }
  return [faultProblem({ from: 0, to: hard.to, message, guess }, place, kind.takes)]
}

/** What the kernel is told: whole seconds of CPU time, everything else as it is. */
function roundedUp(kind: LimitKind, text: string): number {
  const value = Number(kind.read(text))
  return kind === seconds ? Math.ceil(value / 1e6) : value
}

/** A limit in words. */
function limitText(text: string, kind: LimitKind): string | undefined {
  const sides = splitLimit(text)
  if (typeof sides === 'string') return undefined
  const meanings: string[] = []
  for (const side of sides) {
    const value = kind.read(side.text)
    if (typeof value !== 'number') return undefined
    meanings.push(kind.meaning(value))
  }
  return meanings.length === 1 ? meanings[0] : `soft: ${meanings[0]}; hard: ${meanings[1]}`
}
