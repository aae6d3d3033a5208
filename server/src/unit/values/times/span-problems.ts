import { nearest } from '../../../base/nearest.ts'
import type { Place, ValueProblem } from '../problem.ts'
import { readSpan, type SpanProblem, type SpanScale } from './time-span.ts'

/** Names of units that systemd does not know, and how it calls them. */
const foreign: ReadonlyMap<string, string> = new Map([
  ['secs', 's'],
  ['mins', 'min'],
  ['hrs', 'h'],
  ['mon', 'month'],
  ['mo', 'month'],
  ['yr', 'y'],
  ['yrs', 'y'],
  ['millis', 'ms'],
  ['millisecond', 'ms'],
  ['milliseconds', 'ms'],
  ['msecs', 'ms'],
  ['micros', 'us'],
  ['microsecond', 'us'],
  ['microseconds', 'us'],
  ['usecs', 'us'],
  ['nanosecond', 'ns'],
  ['nanoseconds', 'ns'],
])

/** What people write for `infinity`. */
const endless: ReadonlySet<string> = new Set(['infinity', 'infinite', 'inf', 'forever', 'unlimited'])

/** What to tell of a text that is no span of time. */
export function spanProblem(
  text: string,
  problem: SpanProblem,
  scale: SpanScale,
  { directive }: Pick<Place, 'directive'>,
): ValueProblem {
  const { from, to } = problem
  const part = text.slice(from, to)
  const at = { rule: 'invalid-time', from, to } as const
  switch (problem.kind) {
    case 'empty':
      return { ...at, message: `'${directive.name}=' can't be empty; write a time span such as 5min 20s` }
    case 'negative':
      return {
        ...at,
        message: `'${part}' is negative; write 'infinity' for no limit`,
        ...(text === '-1' ? { replacements: ['infinity'] } : {}),
      }
    case 'infinity':
      return { ...at, message: "'infinity' stands alone", replacements: ['infinity'] }
    case 'too-long':
      return { ...at, message: `'${part}' is too long a time; 'infinity' stands for ever` }
    case 'fraction':
      return {
        ...at,
        message: `'${part}' has no digits behind the point`,
        replacements: [part.slice(0, part.lastIndexOf('.'))].filter((whole) => /\d$/.test(whole)),
      }
    case 'unit':
    case 'number':
      return strayWord(text, part, at, scale)
  }
}

function strayWord(
  text: string,
  part: string,
  at: Pick<ValueProblem, 'rule' | 'from' | 'to'>,
  scale: SpanScale,
): ValueProblem {
  const whole = { rule: at.rule, from: 0, to: text.length }
  const quoted = /^(["'])(.*)\1$/.exec(text)
  if (quoted && typeof readSpan(quoted[2]!, scale) === 'bigint') {
    const message = `'${text}' has quotes, which are part of the value here`
    return { ...whole, message, replacements: [quoted[2]!], safe: true }
  }
  if (part.includes('%')) {
    return { ...at, message: `'${part}' is no time span; specifiers are not expanded here` }
  }
  if (endless.has(text.toLowerCase())) {
    const message = `'${text}' is no time span; for ever is 'infinity'`
    return { ...whole, message, replacements: ['infinity'], safe: true }
  }
  const clock = /^(\d{1,4}):(\d\d)(?::(\d\d))?$/.exec(text)
  if (clock) return clockProblem(text, clock, whole)
  if (/^,\d/.test(text.slice(at.from)) && /\d$/.test(text.slice(0, at.from))) {
    return { ...at, to: at.from + 1, message: "',' is no decimal point", replacements: ['.'] }
  }
  const accepted = `accepted: ${scale.units.has('ns') ? 'ns, ' : ''}us, ms, s, min, h, d, w, month, y`
  if (!/^[A-Za-z\u00b5\u03bc]/.test(part) || at.from === 0) {
    return { ...at, message: `'${part}' is no time span; write numbers with units such as 5min 20s` }
  }
  if (scale.units.has(part)) return { ...at, message: `'${part}' has no number in front of it` }
  return { ...at, message: `'${part}' is no unit of time; ${accepted}`, ...guessUnit(part, scale) }
}

function clockProblem(
  text: string,
  [, first, second, third]: RegExpExecArray,
  at: Pick<ValueProblem, 'rule' | 'from' | 'to'>,
): ValueProblem {
  const message = `'${text}' is no time span; numbers take units instead of colons`
  if (third !== undefined) return { ...at, message, replacements: [`${first}h ${second}min ${third}s`] }
  return { ...at, message, replacements: [`${first}h ${second}min`, `${first}min ${second}s`] }
}

function guessUnit(part: string, { units }: SpanScale): Pick<ValueProblem, 'replacements' | 'safe'> {
  const folded = part.toLowerCase()
  const known = foreign.get(folded)
  if (known && units.has(known)) return { replacements: [known], safe: true }
  if (units.has(folded)) return { replacements: [folded], safe: true }
  const words = [...units.keys()].filter((name) => name.length > 2)
  const guess = folded.length > 2 ? nearest(folded, words) : undefined
  return guess ? { replacements: [guess] } : {}
}
