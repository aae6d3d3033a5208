import { edgeMeaning } from '../edges.ts'
import { badSpecifierProblem, findBadSpecifier, unknownText } from '../extract/specifiers.ts'
import { expandName } from '../names/expand-name.ts'
import { isWatched, unwatchedMessage } from '../out-of-memory.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueType } from '../value-type.ts'
import { type Example, itemsThatFit } from './examples.ts'
import { spanProblem } from './span-problems.ts'
import {
  formatSpan,
  infinity,
  isPlainSpan,
  microseconds,
  nanoseconds,
  readSpan,
  type SpanScale,
} from './time-span.ts'

/** How the directives of a parser read a span of time. */
interface SpanForm {
  readonly scale: SpanScale
  /** An empty value resets the directive. */
  readonly takesEmpty?: boolean
  /** 0 is the same as `infinity`. */
  readonly zeroIsInfinity?: boolean
  readonly expandsSpecifiers?: boolean
  /** What else there is to check of a span that could be read. */
  readonly limit?: (span: bigint, text: string, place: Place) => ValueProblem | undefined
  /** What is wrong with any value at all where it stands. */
  readonly unsupported?: (text: string, place: Place) => ValueProblem | undefined
  readonly examples: readonly Example[]
}

const none: readonly ValueProblem[] = []

const examples: readonly Example[] = [
  ['5s', 'five seconds; 5 alone is the same'],
  ['30s', 'half a minute'],
  ['1min 30s', 'terms add up: 90 seconds'],
  ['5min', 'five minutes'],
  ['1h', 'an hour'],
  ['1h 30min', 'an hour and a half'],
  ['1d', 'a day of 24 hours'],
  ['1w', 'seven days'],
  ['100ms', 'a tenth of a second'],
  ['infinity', 'for ever'],
]

const nanosecondExamples: readonly Example[] = [
  ['50us', "50 microseconds, the kernel's default"],
  ['1ms', 'a thousandth of a second'],
  ['500ns', 'nanoseconds; 500 alone is the same'],
]

/** Units to offer behind a number that was typed. */
const unitExamples: readonly Example[] = [
  ['s', 'seconds'],
  ['min', 'minutes'],
  ['h', 'hours'],
  ['d', 'days'],
  ['w', 'weeks'],
  ['ms', 'milliseconds'],
  ['us', 'microseconds'],
  ['ns', 'nanoseconds'],
  ['month', 'months of 30.44 days'],
  ['y', 'years of 365.25 days'],
]

/**
 * What no span has in it: specifiers that expand to an absolute path or a name with a suffix, percent signs that stay,
 * and characters of no number or unit.
 */
const neverInSpans = /%(?:[nCELStDdhsTVfyY%]|[^A-Za-z0-9]|$)|[^%\w.+\s\u00b5\u03bc]/

/** The grammar of a span of time. */
export function spanType(form: SpanForm): ValueType {
  const { scale } = form
  const check = (text: string, place: Place): readonly ValueProblem[] => {
    if (form.unsupported) {
      const problem = form.unsupported(text, place)
      if (problem) return [problem]
    }
    if (form.limit === undefined && scale === microseconds && isPlainSpan(text)) return none
    if (text === '' && form.takesEmpty) return none
    if (form.expandsSpecifiers && text.includes('%')) return checkExpanded(text, place)
    const span = readSpan(text, scale)
    if (typeof span !== 'bigint') return [spanProblem(text, span, scale, place)]
    const problem = form.limit?.(span, text, place)
    return problem ? [problem] : none
  }
  return {
    check,
    complete: (text, cursor, place) => {
      const fits = (value: string) => check(value, place).length === 0
      return completeUnit(text, cursor, fits) ?? itemsThatFit(text, 0, text.length, form.examples, fits)
    },
    describe: (text, _cursor, { directive }) => {
      const span = readSpan(text, scale)
      if (typeof span !== 'bigint') return undefined
      const edge = span === 0n ? 'zero' : span === infinity ? 'infinity' : undefined
      const own = edge && edgeMeaning(directive.name, edge)
      const markdown = own ? `**${span === 0n ? '0' : 'infinity'}**: ${own}` : describeSpan(span, form)
      return { from: 0, to: text.length, markdown }
    },
  }
}

function checkExpanded(text: string, place: Place): readonly ValueProblem[] {
  const bad = findBadSpecifier(text, 'full', place.version)
  if (bad) return [{ rule: 'invalid-time', ...badSpecifierProblem(bad, place, 'full') }]
  const stray = neverInSpans.exec(text)
  if (stray) {
    const [from, to] = [stray.index, stray.index + stray[0].length]
    const message = `'${stray[0]}' can't be part of a time span; write one such as 5min 20s`
    return [{ rule: 'invalid-time', from, to, message }]
  }
  const expanded = expandName(text, place)
  if (!expanded.includes(unknownText)) {
    if (typeof readSpan(expanded, microseconds) === 'bigint') return none
    return [unreadable(text, expanded, 'no time span; write one such as 5min 20s')]
  }
  // The words in front of a specifier are as wrong with it as without.
  const front = text.slice(0, Math.max(0, text.lastIndexOf(' ', text.indexOf('%'))))
  const span = readSpan(front, microseconds)
  if (typeof span === 'bigint' || span.kind === 'empty' || span.kind === 'too-long') return none
  return [spanProblem(front, span, microseconds, place)]
}

/** What is wrong with a text whose specifiers are known, and come to nothing that can be read. */
export function unreadable(text: string, expanded: string, what: string): ValueProblem {
  const result = expanded === '' ? 'nothing' : `'${expanded}'`
  return {
    rule: 'invalid-time',
    from: 0,
    to: text.length,
    message: `'${text}' comes to ${result} in this unit, which is ${what}`,
  }
}

/** Units for the number in front of the cursor. */
function completeUnit(
  text: string,
  cursor: number,
  fits: (value: string) => boolean,
): ReturnType<typeof itemsThatFit> {
  const number = /(?:^|[\s\d])(\d{1,9})([A-Za-z]*)$/.exec(text.slice(0, cursor))
  if (!number) return undefined
  const from = cursor - number[1]!.length - number[2]!.length
  const to = cursor + /^[A-Za-z]*/.exec(text.slice(cursor))![0].length
  const items = unitExamples.map(
    ([unit, phrase]): Example => [`${number[1]}${unit}`, `${number[1]} ${phrase}`],
  )
  return itemsThatFit(text, from, to, items, fits)
}

function describeSpan(span: bigint, { scale, zeroIsInfinity }: SpanForm): string {
  if (span === infinity || (span === 0n && zeroIsInfinity)) {
    return `**${span === 0n ? '0' : 'infinity'}**: no limit${span === 0n ? ', as `infinity`' : ''}`
  }
  if (scale === nanoseconds) {
    const micros = span % 1000n === 0n ? `**${formatSpan(span / 1000n)}**: ` : ''
    return `${micros}${span} ns`
  }
  return `**${formatSpan(span)}**: ${secondsText(span)} s`
}

/** Microseconds as seconds, with no more digits behind the point than it takes. */
function secondsText(span: bigint): string {
  const fraction = String(span % 1_000_000n)
    .padStart(6, '0')
    .replace(/0+$/, '')
  return `${span / 1_000_000n}${fraction === '' ? '' : `.${fraction}`}`
}

const pressureDuration: SpanForm = {
  scale: microseconds,
  takesEmpty: true,
  unsupported(text, { directive }) {
    if (isWatched(directive)) return undefined
    return { rule: 'invalid-time', from: 0, to: text.length, message: unwatchedMessage(directive) }
  },
  limit(span, text, { directive }) {
    if (span >= 1_000_000n && span !== infinity) return undefined
    const message = `'${text}' is out of range; '${directive.name}=' takes at least 1s and less than infinity`
    return { rule: 'invalid-time', from: 0, to: text.length, message }
  },
  examples: examples.filter(([label]) => label !== 'infinity'),
}

export const plainSpan: ValueType = spanType({ scale: microseconds, examples })
export const resettableSpan: ValueType = spanType({ scale: microseconds, takesEmpty: true, examples })
export const timeoutSpan: ValueType = spanType({ scale: microseconds, zeroIsInfinity: true, examples })
export const nanosecondSpan: ValueType = spanType({ scale: nanoseconds, examples: nanosecondExamples })
export const timerSpan: ValueType = spanType({
  scale: microseconds,
  takesEmpty: true,
  expandsSpecifiers: true,
  examples,
})
export const pressureSpan: ValueType = spanType(pressureDuration)
