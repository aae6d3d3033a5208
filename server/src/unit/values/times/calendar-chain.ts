/**
 * One place of a calendar expression, such as the hours in `8..18/2,22`: values, ranges and repetitions between commas.
 * As `src/shared/calendarspec.c` has it, which reads the same in 252 to 262.
 */

/** A value, or all from `start` to `stop` in steps of `repeat`. */
export interface Component {
  readonly start: number
  readonly stop: number | undefined
  /** 0 for a single value. */
  readonly repeat: number
  /** Where it stands in the text. */
  readonly from: number
  readonly to: number
}

/** Any of these; undefined where anything goes. */
export type Chain = readonly Component[] | undefined

/** What a place may hold. */
export interface Field {
  readonly name: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'
  readonly lowest: number
  readonly highest: number
  /** How many of the numbers one of the text makes: seconds are kept in microseconds. */
  readonly unit: number
}

export const fields = {
  year: { name: 'year', lowest: 1970, highest: 2199, unit: 1 },
  month: { name: 'month', lowest: 1, highest: 12, unit: 1 },
  day: { name: 'day', lowest: 1, highest: 31, unit: 1 },
  hour: { name: 'hour', lowest: 0, highest: 23, unit: 1 },
  minute: { name: 'minute', lowest: 0, highest: 59, unit: 1 },
  second: { name: 'second', lowest: 0, highest: 59_999_999, unit: 1_000_000 },
} as const satisfies Readonly<Record<string, Field>>

/** Something wrong with a part of a calendar expression. */
export interface CalendarProblem {
  readonly from: number
  readonly to: number
  readonly message: string
  readonly replacement?: string
  /** The replacement is what was meant beyond doubt. */
  readonly safe?: boolean
}

/** A chain of one value. */
export function only(start: number): Chain {
  return [{ start, stop: undefined, repeat: 0, from: 0, to: 0 }]
}

/** In order, each once; ranges end with a value they reach, and those of one value are that value. */
export function normalizeChain(chain: Chain): Chain {
  const sorted = chain?.map(normalize).sort(compare)
  return sorted?.filter((each, index) => index === 0 || compare(each, sorted[index - 1]!) !== 0)
}

function normalize(component: Component): Component {
  const { start, repeat } = component
  let { stop } = component
  if (stop === undefined) return component
  if (stop > start && repeat > 0) stop -= (stop - start) % repeat
  // The same check counts for a range too short for its repetition, which has just shrunk to its start.
  return stop === start ? { ...component, stop: undefined, repeat: 0 } : { ...component, stop }
}

function compare(a: Component, b: Component): number {
  return a.start - b.start || (a.stop ?? -1) - (b.stop ?? -1) || a.repeat - b.repeat
}

/** Years of two digits lie between 1970 and 2069. */
export function fullYears(chain: Chain): Chain {
  const full = (year: number) => (year < 70 ? year + 2000 : year < 100 ? year + 1900 : year)
  return chain?.map((each) => ({
    ...each,
    start: full(each.start),
    stop: each.stop === undefined ? undefined : full(each.stop),
  }))
}

/** What is wrong with a normalized chain; days may be counted from the end of the month. */
export function checkChain(chain: Chain, field: Field, fromEnd = false): CalendarProblem | undefined {
  if (chain === undefined) return undefined
  let { highest } = field
  for (const component of chain) {
    // No month is sure to have more than 28 days. chain_valid() takes three away from each value of a list anew.
    if (fromEnd) highest -= 3
    const problem = checkComponent(component, field, highest, fromEnd)
    if (problem) return problem
  }
  return undefined
}

function checkComponent(
  { start, stop, repeat, from, to }: Component,
  field: Field,
  highest: number,
  fromEnd: boolean,
): CalendarProblem | undefined {
  const { lowest, name } = field
  const range = fromEnd
    ? `${lowest} to ${highest} from the end of the month`
    : `${lowest} to ${Math.floor(highest / field.unit)}`
  const outside = [start, stop ?? start].find((value) => value < lowest || value > highest)
  if (outside !== undefined) {
    return { from, to, message: `'${outside / field.unit}' is no ${name}; accepted: ${range}` }
  }
  if (stop !== undefined && stop < start) {
    return {
      from,
      to,
      message: `a range of ${name}s can't go from ${start / field.unit} down to ${stop / field.unit}`,
    }
  }
  const last =
    stop !== undefined
      ? start + repeat <= stop
      : fromEnd
        ? start - repeat >= lowest
        : start + repeat <= highest
  if (repeat <= highest - lowest && last) return undefined
  return {
    from,
    to,
    message: `'/${repeat / field.unit}' never comes round: the ${name}s are ${range}`,
  }
}

/** The smallest value of a chain that is not below `least`, up to `highest`. */
export function nextValue(chain: Chain, least: number, highest: number): number | undefined {
  if (chain === undefined) return least <= highest ? least : undefined
  let best: number | undefined
  for (const { start, stop, repeat } of chain) {
    const value =
      start >= least || repeat === 0 ? start : start + Math.ceil((least - start) / repeat) * repeat
    if (value < least || value > highest || (stop !== undefined && value > stop)) continue
    if (best === undefined || value < best) best = value
  }
  return best
}

/** True for a chain that says nothing but `*`; for seconds that is each full one. */
export function isStar(chain: Chain, field: Field): boolean {
  if (chain === undefined) return true
  return (
    field.unit > 1 &&
    chain.some(({ start, stop, repeat }) => start === 0 && stop === undefined && repeat === field.unit)
  )
}
