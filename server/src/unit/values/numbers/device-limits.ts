import type { CompletionItem } from '../../../base/features.ts'
import { firstWord, type Word } from '../extract/first-word.ts'
import { readUint64 } from '../extract/number.ts'
import { readSize } from '../extract/size.ts'
import { badSpecifierProblem, findBadSpecifier } from '../extract/specifiers.ts'
import { wishOf } from '../paths/checked-path.ts'
import { expandPath, type PathFault, pathFault } from '../paths/path-fault.ts'
import type { Place, ValueProblem } from '../problem.ts'
import { formatSpan, infinity, isPlainSpan, microseconds, readSpan } from '../times/time-span.ts'
import type { ValueType, ValueTypes } from '../value-type.ts'
import { faultProblem, fine } from './fault.ts'
import { bytesText, counted, grouped } from './figures.ts'
import { guessSize } from './sizes.ts'

/** What stands behind the path of a device. */
interface AmountKind {
  readonly isRight: (text: string) => boolean
  readonly noun: string
  /** For messages, reads on after "takes". */
  readonly takes: string
  readonly examples: readonly string[]
  /** What an amount that is right means. */
  readonly meaning: (text: string, place: Place) => string
}

/** A device and an amount. The path may be that of any file; the amount is then for the device it is on. */
function deviceType(kind: AmountKind): ValueType {
  return {
    check(text, place) {
      if (text === '') return fine
      const path = firstWord(text, 0, { unquote: true })
      if (!path) return fine
      if ('error' in path) {
        const message =
          path.error === 'quote' ? 'a quote is not closed' : 'a backslash at the end escapes nothing'
        return [faultProblem({ from: path.at, to: text.length, message }, place, kind.takes)]
      }
      if (path.next === undefined) return [missingPart(text, kind, place)]
      const problem = checkPath(path, kind, place)
      if (problem) return [problem]
      const amount = text.slice(path.next)
      if (kind.isRight(amount)) return fine
      const guess = guessSize(amount, kind.isRight)
      const message = `'${amount}' is no ${kind.noun}`
      return [faultProblem({ from: path.next, to: text.length, message, guess }, place, kind.takes)]
    },
    complete(text, cursor, place) {
      const path = firstWord(text, 0, { unquote: true })
      if (!path || 'error' in path || path.next === undefined || cursor < path.next) return undefined
      const items = kind.examples.map((label): CompletionItem => {
        return { label, kind: 'value', detail: kind.meaning(label, place) }
      })
      return { from: path.next, to: text.length, items }
    },
    describe(text, cursor, place) {
      const path = firstWord(text, 0, { unquote: true })
      if (!path || 'error' in path || path.next === undefined) return undefined
      if (cursor <= path.to) {
        const isDevice = path.text.startsWith('/dev/')
        const markdown = isDevice ? `The device \`${path.text}\`.` : `The disk that \`${path.text}\` is on.`
        return { from: path.from, to: path.to, markdown }
      }
      const amount = text.slice(path.next)
      if (cursor < path.next || !kind.isRight(amount)) return undefined
      const markdown = `\`${amount}\`: ${kind.meaning(amount, place)}`
      return { from: path.next, to: text.length, markdown }
    },
  }
}

function missingPart(text: string, kind: AmountKind, place: Place): ValueProblem {
  const isAmount = kind.isRight(text)
  const message = isAmount
    ? `the device is missing before '${text}'`
    : `the ${kind.noun} is missing behind '${text}'`
  return faultProblem({ from: 0, to: text.length, message }, place, kind.takes)
}

function checkPath({ text, from, to }: Word, kind: AmountKind, place: Place): ValueProblem | undefined {
  const bad = findBadSpecifier(text, 'full', place.version)
  if (bad) {
    // Where quotes or backslashes went, a specifier does not stand where it seems to.
    const span = to - from === text.length ? { from: from + bad.at, to: from + bad.at + 2 } : { from, to }
    const { message } = badSpecifierProblem(bad, place, 'full')
    return { rule: 'invalid-number', effect: 'ignored', ...span, message }
  }
  const path = expandPath(text, place)
  const fault = pathFault(path, wishOf(path.startsWith('/') ? {} : { relative: true }, place))
  if (fault === undefined) return undefined
  return faultProblem(
    { from, to, message: `the path '${text}' ${faultTexts[fault] ?? 'is no path'}` },
    place,
    kind.takes,
  )
}

/** What can be wrong with a path that may be relative as well as absolute. */
const faultTexts: Readonly<Partial<Record<PathFault, string>>> = {
  empty: 'names no device',
  dot: 'names no device',
  'dot-dot': "must not contain '..'",
  'long-name': 'has a name that is too long',
  long: 'is too long',
  bytes: 'is not UTF-8',
}

function isWithin(text: string, lowest: number, highest: number): boolean {
  const value = readUint64(text)
  return typeof value === 'number' && value >= lowest && value <= highest
}

function isAmountOfBytes(text: string): boolean {
  const size = readSize(text, 1000)
  return typeof size === 'number' && size > 0
}

function isSpan(text: string): boolean {
  return isPlainSpan(text) || typeof readSpan(text, microseconds) === 'bigint'
}

function limitMeaning(text: string, { directive }: Place): string {
  if (text === 'infinity') return 'no limit'
  const size = Number(readSize(text, 1000))
  return directive.name.includes('IOPS')
    ? `${counted(size, 'operation')} a second`
    : `${bytesText(size, 1000)} a second`
}

const weight = (lowest: number, highest: number): AmountKind => ({
  isRight: (text) => isWithin(text, lowest, highest),
  noun: 'weight',
  takes: `a device and a weight from ${lowest} to ${highest}, such as '/dev/sda 200'`,
  examples: ['50', '100', '200'],
  meaning: (text) => `a weight of ${grouped(Number(readUint64(text)))}`,
})

/** Values that are a device and an amount. */
export const deviceTypes: ValueTypes = {
  io_limit: deviceType({
    isRight: (text) => text === 'infinity' || isAmountOfBytes(text),
    noun: 'limit',
    takes: "a device and a limit with K, M or G to the base 1000, such as '/dev/sda 5M', or 'infinity'",
    examples: ['infinity', '1M', '10M', '100M'],
    meaning: limitMeaning,
  }),
  io_device_weight: deviceType(weight(1, 10000)),
  io_device_latency: deviceType({
    isRight: isSpan,
    noun: 'time span',
    takes: "a device and a time span, such as '/dev/sda 25ms'",
    examples: ['10ms', '25ms', '50ms'],
    meaning: (text) => {
      const span = readSpan(text, microseconds)
      return span === infinity || typeof span !== 'bigint' ? 'no target' : formatSpan(span)
    },
  }),
  blockio_device_weight: deviceType(weight(10, 1000)),
  blockio_bandwidth: deviceType({
    isRight: isAmountOfBytes,
    noun: 'bandwidth',
    takes: "a device and a bandwidth with K, M or G to the base 1000, such as '/dev/sda 5M'",
    examples: ['1M', '10M', '100M'],
    meaning: limitMeaning,
  }),
}
