/** When a calendar expression comes next. Times are microseconds since 1970, which are exact up to the last year there is. */
import type { Calendar } from './calendar.ts'
import { type Chain, fields, nextValue } from './calendar-chain.ts'
import { instantsOf, type Zone } from './zone.ts'

/** Year, month, day, hour, minute, and seconds in microseconds. */
type Moment = [year: number, month: number, day: number, hour: number, minute: number, second: number]

/** What each place of a moment starts from once a place before it has moved on. */
const lowest: Readonly<Moment> = [1970, 1, 1, 0, 0, 0]

/**
 * The next times after `after` at which an expression elapses.
 * @param zone where the expression names none
 */
export function nextElapses(calendar: Calendar, zone: Zone, after: number, count: number): readonly number[] {
  const found: number[] = []
  let last = after
  while (found.length < count) {
    const next = nextElapse(calendar, zone, last)
    if (next === undefined) break
    found.push(next)
    last = next
  }
  return found
}

/** The first time after `after`; undefined where there is none up to 2199. */
export function nextElapse(calendar: Calendar, zone: Zone, after: number): number | undefined {
  const moment = momentAt(after + 1, zone)
  while (findMoment(calendar, moment)) {
    const shown = Date.UTC(moment[0], moment[1] - 1, moment[2], moment[3], moment[4])
    // A time that comes twice as summer ends elapses once, the first time; one that is skipped does not.
    const instant = instantsOf(zone, shown)
      .map((each) => each * 1000 + moment[5])
      .find((each) => each > after)
    if (instant !== undefined) return instant
    // Clocks change by whole minutes.
    moment[4] += 1
    resetBehind(moment, 4)
  }
  return undefined
}

function momentAt(time: number, zone: Zone): Moment {
  const milliseconds = Math.floor(time / 1000)
  const shown = new Date(milliseconds + zone.offsetAt(milliseconds))
  return [
    shown.getUTCFullYear(),
    shown.getUTCMonth() + 1,
    shown.getUTCDate(),
    shown.getUTCHours(),
    shown.getUTCMinutes(),
    shown.getUTCSeconds() * 1_000_000 + (time - Math.floor(time / 1_000_000) * 1_000_000),
  ]
}

/** Moves on to the first moment that fits, the given one included; false where there is none. */
function findMoment(calendar: Calendar, moment: Moment): boolean {
  for (let place = 0; place < moment.length; ) {
    const next = nextAt(calendar, moment, place)
    if (next === undefined) {
      if (place === 0) return false
      place -= 1
      moment[place]! += 1
      resetBehind(moment, place)
    } else {
      if (next > moment[place]!) resetBehind(moment, place)
      moment[place] = next
      place += 1
    }
  }
  return true
}

function resetBehind(moment: Moment, place: number): void {
  for (let later = place + 1; later < moment.length; later++) moment[later] = lowest[later]!
}

/** The next value that fits at a place, those before it being settled. */
function nextAt(calendar: Calendar, moment: Moment, place: number): number | undefined {
  const least = moment[place]!
  switch (place) {
    case 0:
      return nextValue(calendar.years, least, fields.year.highest)
    case 1:
      return nextValue(calendar.months, least, fields.month.highest)
    case 2:
      return nextDay(calendar, moment)
    case 3:
      return nextValue(calendar.hours, least, fields.hour.highest)
    case 4:
      return nextValue(calendar.minutes, least, fields.minute.highest)
    default:
      return nextValue(calendar.seconds, least, fields.second.highest)
  }
}

function nextDay({ weekdays, days, fromEnd }: Calendar, [year, month, least]: Moment): number | undefined {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const chain = fromEnd ? countFromStart(days, last) : days
  let day = nextValue(chain, least, last)
  while (day !== undefined && weekdays !== 0 && !(weekdays & (1 << weekdayOf(year, month, day)))) {
    day = nextValue(chain, day + 1, last)
  }
  return day
}

/** Days that were counted from the end of a month, counted from its start; a range then runs the other way. */
function countFromStart(days: Chain, last: number): Chain {
  return days?.map((each) => {
    const { start, stop } = each
    return stop === undefined
      ? { ...each, start: last + 1 - start }
      : { ...each, start: last + 1 - stop, stop: last + 1 - start }
  })
}

/** 0 for Monday. */
function weekdayOf(year: number, month: number, day: number): number {
  return (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7
}

/** The weekday of an expression for one fixed date that falls on another one, so that it never elapses; 0 for Monday. */
export function conflictingWeekday({ weekdays, years, months, days, fromEnd }: Calendar): number | undefined {
  const [year, month, day] = [single(years), single(months), single(days)]
  if (weekdays === 0 || fromEnd || year === undefined || month === undefined || day === undefined)
    return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCDate() !== day) return undefined
  const actual = weekdayOf(year, month, day)
  return weekdays & (1 << actual) ? undefined : actual
}

function single(chain: Chain): number | undefined {
  const [first, second] = chain ?? []
  return first && !second && first.repeat === 0 ? first.start : undefined
}
