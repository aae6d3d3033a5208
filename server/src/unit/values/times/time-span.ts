/**
 * Spans of time as systemd reads them: `parse_time()` and `parse_nsec()` of `src/basic/time-util.c`, which are the same
 * in 252 to 262.
 */

/** What counts as one, and what a number without a unit is. */
export interface SpanScale {
  /** In the order in which they are tried: the longer of two that begin alike comes first. */
  readonly units: ReadonlyMap<string, bigint>
  readonly bare: bigint
}

/** Why a text is no span of time, and which part of it is to blame. */
export interface SpanProblem {
  readonly kind: 'empty' | 'negative' | 'number' | 'unit' | 'fraction' | 'too-long' | 'infinity'
  readonly from: number
  readonly to: number
}

const names: readonly (readonly [seconds: string, names: string])[] = [
  ['1', 'seconds second sec s'],
  ['60', 'minutes minute min'],
  ['2629800', 'months month M'],
  ['0.001', 'msec ms'],
  ['60', 'm'],
  ['3600', 'hours hour hr h'],
  ['86400', 'days day d'],
  ['604800', 'weeks week w'],
  ['31557600', 'years year y'],
  ['0.000001', 'usec us \u03bcs \u00b5s'],
]

function scale(
  ticksPerSecond: number,
  bare: bigint,
  more: readonly (readonly [string, bigint])[],
): SpanScale {
  const units = names.flatMap(([seconds, words]) =>
    words.split(' ').map((word) => [word, BigInt(Math.round(Number(seconds) * ticksPerSecond))] as const),
  )
  return { units: new Map([...units, ...more]), bare }
}

/** Microseconds; a bare number is seconds. */
export const microseconds: SpanScale = scale(1e6, 1_000_000n, [])
/** Nanoseconds, and so is a bare number. */
export const nanoseconds: SpanScale = scale(1e9, 1n, [
  ['nsec', 1n],
  ['ns', 1n],
])

/** `USEC_INFINITY`, and `NSEC_INFINITY` too. */
export const infinity: bigint = 2n ** 64n - 1n
/** `LLONG_MAX`: numbers are read by `strtoll()`. */
const largestNumber = 2n ** 63n - 1n

/** Spans that need no closer look on the scale of microseconds: a few terms of few digits, which can't run over. */
const plain =
  /^(?:\d{1,9}|(?:\d{1,4}(?:\.\d{1,9})? ?(?:s(?:ec(?:onds?)?)?|m(?:in(?:utes?)?|s(?:ec)?|onths?)?|us(?:ec)?|h(?:r|ours?)?|d(?:ays?)?|w(?:eeks?)?|M|y(?:ears?)?) ?){1,8})$/

/** True for most spans that are right on the scale of microseconds, and for no wrong one. */
export function isPlainSpan(text: string): boolean {
  return text === 'infinity' || plain.test(text)
}

/** Reads a span of time. `infinity` is the number of that name. */
export function readSpan(text: string, { units, bare }: SpanScale): bigint | SpanProblem {
  let at = skipBlanks(text, 0)
  if (text.startsWith('infinity', at)) {
    const end = skipBlanks(text, at + 'infinity'.length)
    return end === text.length ? infinity : { kind: 'infinity', from: at, to: text.length }
  }
  if (at === text.length) return { kind: 'empty', from: 0, to: text.length }
  let total = 0n
  let lastUnit: number | undefined
  while (at < text.length) {
    if (text[at] === '-') return { kind: 'negative', from: at, to: wordEnd(text, at) }
    const number = readNumber(text, at)
    if (!number) return strayText(text, at, lastUnit)
    const { whole, end } = number
    if (whole < 0n) return { kind: 'negative', from: at, to: end }
    const fraction = text[end] === '.' ? digitsAt(text, end + 1) : undefined
    const behind = end + (fraction === undefined ? 0 : 1 + fraction.length)
    if (fraction === '') return { kind: 'fraction', from: at, to: behind }
    const unitAt = skipBlanks(text, behind)
    const unit = unitIn(text, unitAt, units)
    const next = unitAt + unit.length
    if (next === behind && next < text.length) {
      return { kind: 'unit', from: next, to: Math.max(next + 1, unitWordEnd(text, next)) }
    }
    const ticks = units.get(unit) ?? bare
    if (whole > largestNumber || whole >= infinity / ticks) return { kind: 'too-long', from: at, to: next }
    const sum = total + whole * ticks + fractionTicks(fraction ?? '', ticks)
    if (sum >= infinity) return { kind: 'too-long', from: 0, to: next }
    total = sum
    lastUnit = unitAt
    at = skipBlanks(text, next)
  }
  return total
}

/** A number as `strtoll()` reads it; a fraction may begin without one. */
function readNumber(text: string, at: number): { readonly whole: bigint; readonly end: number } | undefined {
  number.lastIndex = at
  const match = number.exec(text)
  if (match) return { whole: BigInt(match[2]!) * (match[1] === '-' ? -1n : 1n), end: number.lastIndex }
  return text[at] === '.' ? { whole: 0n, end: at } : undefined
}

const number = /[\t-\r ]*([+-]?)(\d+)/y

/** Text where a number should be: mostly the rest of a word that is no unit, as in `5mins` and `5 foo`. */
function strayText(text: string, at: number, lastUnit: number | undefined): SpanProblem {
  const unitEnd = lastUnit === undefined ? 0 : unitWordEnd(text, lastUnit)
  if (lastUnit !== undefined && unitEnd > at) return { kind: 'unit', from: lastUnit, to: unitEnd }
  return { kind: 'number', from: at, to: Math.max(at + 1, wordEnd(text, at)) }
}

function unitIn(text: string, at: number, units: SpanScale['units']): string {
  for (const name of units.keys()) if (text.startsWith(name, at)) return name
  return ''
}

/** The digits behind the point, each worth a tenth of the one before; what is less than one tick is dropped. */
function fractionTicks(digits: string, ticks: bigint): bigint {
  let sum = 0n
  let worth = ticks / 10n
  for (let at = 0; at < digits.length && worth > 0n; at++, worth /= 10n) sum += BigInt(digits[at]!) * worth
  return sum
}

function digitsAt(text: string, at: number): string {
  digits.lastIndex = at
  return digits.exec(text)![0]
}

const digits = /\d*/y

function skipBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && isBlank(text[at]!)) at++
  return at
}

function isBlank(char: string): boolean {
  return char === ' ' || char === '\t' || char === '\n' || char === '\r'
}

function wordEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && !isBlank(text[at]!)) at++
  return at
}

function unitWordEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && !/[\s\d.]/.test(text[at]!)) at++
  return at
}

const parts: readonly (readonly [unit: string, microseconds: bigint])[] = [
  ['y', 31_557_600_000_000n],
  ['month', 2_629_800_000_000n],
  ['w', 604_800_000_000n],
  ['d', 86_400_000_000n],
  ['h', 3_600_000_000n],
  ['min', 60_000_000n],
  ['s', 1_000_000n],
  ['ms', 1000n],
  ['us', 1n],
]

/** A number of microseconds as systemd prints it: `1h 30min`, `1.500000s`, `0`, `infinity`. */
export function formatSpan(span: bigint): string {
  if (span === infinity) return 'infinity'
  if (span === 0n) return '0'
  const words: string[] = []
  let rest = span
  for (const [unit, size] of parts) {
    if (rest < size) continue
    const count = rest / size
    rest %= size
    // Below a minute, what is left goes behind the point.
    if (rest > 0n && size <= 1_000_000n) {
      words.push(`${count}.${String(rest).padStart(String(size).length - 1, '0')}${unit}`)
      break
    }
    words.push(`${count}${unit}`)
  }
  return words.join(' ')
}
