import type { Chain, Component, Field } from './calendar-chain.ts'
import { type Cursor, fail, failAt } from './calendar-cursor.ts'

/** Answered where a chain can't be read, as `undefined` means `*`. */
export const failed = Symbol('failed')

/** The most components that a chain may have. */
const longestChain = 241

/** What all values must stay below; they are kept in an `int`. */
const largestInt = 2_147_483_647

/** Values between commas, or `*`. */
export function readChain(cursor: Cursor, field: Field): Chain | typeof failed {
  const { text } = cursor
  if (text[cursor.at] === '*') {
    cursor.at += 1
    return field.unit > 1 ? [{ start: 0, stop: undefined, repeat: field.unit, from: 0, to: 0 }] : undefined
  }
  const chain: Component[] = []
  for (;;) {
    const component = readComponent(cursor, field)
    if (!component) return failed
    chain.push(component)
    if (chain.length > longestChain) {
      failAt(cursor, component.from, component.to, `there are more than ${longestChain} values here`)
      return failed
    }
    if (text[cursor.at] !== ',') return chain
    cursor.at += 1
  }
}

function readComponent(cursor: Cursor, field: Field): Component | undefined {
  const { text } = cursor
  const from = cursor.at
  const start = readDecimal(cursor, field)
  if (start === undefined) return undefined
  let stop: number | undefined
  let repeat = 0
  if (text.startsWith('..', cursor.at)) {
    cursor.at += 2
    stop = readDecimal(cursor, field)
    if (stop === undefined) return undefined
    repeat = field.unit
  }
  if (text[cursor.at] === '/') {
    cursor.at += 1
    const step = readDecimal(cursor, field)
    if (step === undefined) return undefined
    if (step === 0) return failAt(cursor, from, cursor.at, "a repetition can't be 0")
    repeat = step
  } else if (field.unit > 1 && stop !== undefined && start + repeat > stop) {
    return failAt(
      cursor,
      from,
      cursor.at,
      'a range of seconds without a repetition spans at least one second',
    )
  }
  const behind = text[cursor.at]
  if (behind !== undefined && !' ,-~:'.includes(behind))
    return fail(cursor, "',', '..', '/' or what parts it from the next place")
  return { start, stop, repeat, from, to: cursor.at }
}

/** A number; with a fraction where it is one of seconds, which is rounded to microseconds. */
function readDecimal(cursor: Cursor, field: Field): number | undefined {
  const { text } = cursor
  const from = cursor.at
  digits.lastIndex = from
  const whole = digits.exec(text)?.[0]
  if (whole === undefined) return fail(cursor, 'a number')
  cursor.at += whole.length
  let value = Number(whole) * field.unit
  if (field.unit > 1 && text[cursor.at] === '.' && text[cursor.at + 1] !== '.') {
    digits.lastIndex = cursor.at + 1
    const fraction = digits.exec(text)?.[0]
    cursor.at += 1
    if (fraction === undefined) return fail(cursor, 'digits behind the point')
    cursor.at += fraction.length
    value +=
      Number(fraction.slice(0, 6).padEnd(6, '0')) + (fraction[6] !== undefined && fraction[6] >= '5' ? 1 : 0)
  }
  if (value <= largestInt) return value
  return failAt(cursor, from, cursor.at, `'${text.slice(from, cursor.at)}' is too large`)
}

const digits = /\d+/y
