/** Calendar expressions as systemd reads them: `src/shared/calendarspec.c`, the same in 252 to 262. */
import { isTimeZone, isZoneAbbreviation } from '../../data/time-zones.ts'
import {
  type CalendarProblem,
  type Chain,
  checkChain,
  fields,
  fullYears,
  normalizeChain,
  only,
} from './calendar-chain.ts'
import { type Cursor, fail, failAt, skipSpaces, unexpected } from './calendar-cursor.ts'
import { failed, readChain } from './calendar-values.ts'
import { readWeekdays } from './calendar-weekdays.ts'

/** A calendar expression in its normal form. */
export interface Calendar {
  /** One bit for each day, Monday's the lowest; 0 where any will do. */
  readonly weekdays: number
  readonly years: Chain
  readonly months: Chain
  readonly days: Chain
  /** The days are counted from the end of the month, the last one being 1. */
  readonly fromEnd: boolean
  readonly hours: Chain
  readonly minutes: Chain
  /** Seconds, in microseconds. */
  readonly seconds: Chain
  /** As written; absent for the machine's own. */
  readonly zone?: string
}

type When = Omit<Calendar, 'zone'>

/** Expressions of one word, in any letter case. */
export const shorthands: ReadonlyMap<string, string> = new Map([
  ['minutely', '*-*-* *:*:00'],
  ['hourly', '*-*-* *:00:00'],
  ['daily', '*-*-* 00:00:00'],
  ['weekly', 'Mon *-*-* 00:00:00'],
  ['monthly', '*-*-01 00:00:00'],
  ['quarterly', '*-01,04,07,10-01 00:00:00'],
  ['semiannually', '*-01,07-01 00:00:00'],
  ['semi-annually', '*-01,07-01 00:00:00'],
  ['biannually', '*-01,07-01 00:00:00'],
  ['bi-annually', '*-01,07-01 00:00:00'],
  ['yearly', '*-01-01 00:00:00'],
  ['annually', '*-01-01 00:00:00'],
  ['anually', '*-01-01 00:00:00'],
])

/** What most expressions look like; no wrong one does. */
const plain = new RegExp(
  '^(?:(?:minute|hour|dai|week|month|quarter|year)ly|' +
    '(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:,(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))* |Mon\\.\\.(?:Fri|Sat) )?' +
    '(?:\\*-\\*-(?:\\*|0?[1-9]|[12]\\d|3[01]) )?' +
    '(?:\\*|[01]?\\d|2[0-3]|00?/(?:[1-9]|1\\d|2[0-3])):(?:\\*|[0-5]?\\d|00?/(?:[1-9]|[1-5]\\d))(?::[0-5]?\\d)?)$',
)

/** True for most expressions that are right, and for no wrong one. */
export function isPlainCalendar(text: string): boolean {
  return plain.test(text)
}

/** Splits the time zone off an expression. An abbreviation counts as one, as it may be that of the machine's own zone. */
export function splitZone(text: string): { readonly end: number; readonly zone?: string } {
  if (text.length > 4 && text.slice(-4).toUpperCase() === ' UTC') return { end: text.length - 4, zone: 'UTC' }
  const blank = text.lastIndexOf(' ')
  const word = text.slice(blank + 1)
  // Most last words are times, for which the list of zones need not be unpacked.
  if (blank < 0 || !/^(?:[A-Za-z]|[+-]\d)/.test(word)) return { end: text.length }
  if (!isZoneAbbreviation(word) && !isTimeZone(word)) return { end: text.length }
  return { end: blank, zone: word }
}

/** Reads a calendar expression. */
export function readCalendar(text: string): Calendar | CalendarProblem {
  const { end, zone } = splitZone(text)
  const word = text.slice(0, end)
  if (word === '') return { from: 0, to: text.length, message: 'there is no date or time' }
  const cursor: Cursor = { text: shorthands.get(word.toLowerCase()) ?? word, at: 0 }
  const read = readWhen(cursor)
  if (!read) return cursor.problem ?? unexpected(cursor)
  const calendar = {
    ...read.when,
    weekdays: read.when.weekdays === 0x7f ? 0 : read.when.weekdays,
    years: normalizeChain(fullYears(read.when.years)),
    months: normalizeChain(read.when.months),
    days: normalizeChain(read.when.days),
    fromEnd: read.when.fromEnd && read.when.days !== undefined,
    hours: normalizeChain(read.when.hours),
    minutes: normalizeChain(read.when.minutes),
    seconds: normalizeChain(read.when.seconds),
  }
  const usedZone = read.epoch ? 'UTC' : zone
  return checkRanges(calendar) ?? (usedZone === undefined ? calendar : { ...calendar, zone: usedZone })
}

/** True where an expression could not be read. */
export function isProblem(read: Calendar | CalendarProblem): read is CalendarProblem {
  return 'message' in read
}

function checkRanges(calendar: When): CalendarProblem | undefined {
  return (
    checkChain(calendar.years, fields.year) ??
    checkChain(calendar.months, fields.month) ??
    checkChain(calendar.days, fields.day, calendar.fromEnd) ??
    checkChain(calendar.hours, fields.hour) ??
    checkChain(calendar.minutes, fields.minute) ??
    checkChain(calendar.seconds, fields.second)
  )
}

function readWhen(cursor: Cursor): { readonly when: When; readonly epoch: boolean } | undefined {
  const weekdays = readWeekdays(cursor)
  if (weekdays === undefined) return undefined
  if (cursor.text[cursor.at] === '@') {
    const moment = readEpoch(cursor)
    return moment && { when: { ...moment, weekdays }, epoch: true }
  }
  const date = readDate(cursor)
  const time = date && readTime(cursor)
  return time && { when: { weekdays, ...date, ...time }, epoch: false }
}

/** `@` and seconds since 1970, as `strtoul()` reads them. */
function readEpoch(cursor: Cursor): Omit<When, 'weekdays'> | undefined {
  const { text, at } = cursor
  const match = /^@[\t-\r ]*([+-]?)(\d+)$/.exec(text.slice(at))
  const seconds = match && (match[1] === '-' ? -BigInt(match[2]!) : BigInt(match[2]!))
  if (!match || seconds === null) {
    return failAt(cursor, at, text.length, "'@' takes the seconds since 1970 and nothing else")
  }
  // A negative one wraps around, to a date before 1970 or far off.
  if (seconds < 0n || seconds >= 7_258_118_400n) {
    return failAt(cursor, at, text.length, `'${text.slice(at)}' is out of range; years are 1970 to 2199`)
  }
  const moment = new Date(Number(seconds) * 1000)
  cursor.at = text.length
  return {
    years: only(moment.getUTCFullYear()),
    months: only(moment.getUTCMonth() + 1),
    days: only(moment.getUTCDate()),
    fromEnd: false,
    hours: only(moment.getUTCHours()),
    minutes: only(moment.getUTCMinutes()),
    seconds: only(moment.getUTCSeconds() * 1_000_000),
  }
}

type CalendarDate = Pick<When, 'years' | 'months' | 'days' | 'fromEnd'>

const anyDate: CalendarDate = { years: undefined, months: undefined, days: undefined, fromEnd: false }

/** `YEAR-MONTH-DAY` or `MONTH-DAY`, with `~` before days that count from the end; nothing where a time comes at once. */
function readDate(cursor: Cursor): CalendarDate | undefined {
  const { text } = cursor
  const start = cursor.at
  if (start === text.length) return anyDate
  if (!/[\d*]/.test(text[start]!))
    return fail(cursor, start === 0 ? 'a weekday, a date or a time' : 'a date or a time')
  const chains: Chain[] = []
  let fromEnd = false
  for (;;) {
    const field = chains.length === 2 ? fields.day : fields.month
    const chain = readChain(cursor, field)
    if (chain === failed) return undefined
    chains.push(chain)
    const behind = text[cursor.at]
    if (chains.length === 1 && (behind === undefined || behind === ':')) {
      cursor.at = start
      return anyDate
    }
    if (chains.length > 1 && (behind === undefined || behind === ' ')) break
    if (chains.length === 3 || fromEnd) return fail(cursor, 'a blank and a time')
    if (behind !== '-' && behind !== '~') return fail(cursor, "'-' in a date or ':' in a time")
    fromEnd = behind === '~'
    cursor.at += 1
  }
  skipSpaces(cursor)
  const [years, months, days] = chains.length === 3 ? chains : [undefined, ...chains]
  return { years, months, days, fromEnd }
}

type CalendarTime = Pick<When, 'hours' | 'minutes' | 'seconds'>

/** `HOUR:MINUTE` or `HOUR:MINUTE:SECOND`; midnight where there is none. */
function readTime(cursor: Cursor): CalendarTime | undefined {
  const { text } = cursor
  if (cursor.at === text.length) return { hours: only(0), minutes: only(0), seconds: only(0) }
  const hours = readChain(cursor, fields.hour)
  if (hours === failed) return undefined
  if (text[cursor.at] !== ':') return fail(cursor, "':' and the minutes")
  cursor.at += 1
  const minutes = readChain(cursor, fields.minute)
  if (minutes === failed) return undefined
  if (cursor.at === text.length) return { hours, minutes, seconds: only(0) }
  if (text[cursor.at] !== ':') return fail(cursor, "':' and the seconds, or the end")
  cursor.at += 1
  const seconds = readChain(cursor, fields.second)
  if (seconds === failed) return undefined
  return cursor.at === text.length
    ? { hours, minutes, seconds }
    : fail(cursor, 'the end, or a blank and a time zone')
}
