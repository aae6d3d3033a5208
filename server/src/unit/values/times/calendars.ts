import { nearest } from '../../../base/nearest.ts'
import { foldedTimeZone, isTimeZone, isZoneAbbreviation, timeZoneNames } from '../../data/time-zones.ts'
import { badSpecifierProblem, findBadSpecifier, unknownText } from '../extract/specifiers.ts'
import { expandName } from '../names/expand-name.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueCompletion, ValueMeaning, ValueType } from '../value-type.ts'
import { type Calendar, isPlainCalendar, isProblem, readCalendar, shorthands, splitZone } from './calendar.ts'
import type { CalendarProblem } from './calendar-chain.ts'
import { conflictingWeekday, nextElapses } from './calendar-elapse.ts'
import { formatCalendar } from './calendar-text.ts'
import { weekdayNames } from './calendar-weekdays.ts'
import { readCron } from './cron.ts'
import { type Example, itemsThatFit } from './examples.ts'
import { unreadable } from './spans.ts'
import { isPlainSpan } from './time-span.ts'
import { localZone, type Zone, zoneNamed } from './zone.ts'

const none: readonly ValueProblem[] = []

const examples: readonly Example[] = [
  ['daily', 'at midnight'],
  ['hourly', 'on the hour'],
  ['weekly', 'Mondays at midnight'],
  ['monthly', 'the first of the month at midnight'],
  ['*-*-* 04:00:00', 'each day at four'],
  ['Mon..Fri 03:00', 'weekdays at three'],
  ['Sun 02:30', 'Sundays at half past two'],
  ['*-*-01 04:00:00', 'the first of the month at four'],
  ['*-*~01 23:00', 'the last day of the month at eleven in the evening'],
  ['Mon *-*-01..07 09:00', 'the first Monday of the month at nine'],
  ['*:0/15', 'every fifteen minutes'],
  ['8..18:00', 'on the hour from eight to six'],
  ['minutely', 'each minute'],
  ['quarterly', 'the first day of each quarter at midnight'],
  ['semiannually', 'the first of January and of July at midnight'],
  ['yearly', 'the first of January at midnight'],
  ['daily UTC', 'at midnight in UTC, whatever the local time zone'],
]

/** The version that first remarks on a weekday which the date never falls on. */
const remarksOnWeekdaySince = 262

/** What no calendar expression has in it: a name with a suffix, percent signs that stay, and characters of no place. */
const neverInCalendars = /%(?:[n%]|[^A-Za-z0-9]|$)|[^%\w*~:.,/@+\s-]/

/** The grammar of OnCalendar=. */
export const calendarType: ValueType = { check, complete, describe: (text) => describeCalendar(text) }

function check(text: string, place: Place): readonly ValueProblem[] {
  if (text === '' || isPlainCalendar(text)) return none
  if (text.includes('%')) return checkExpanded(text, place)
  const read = readCalendar(text)
  if (isProblem(read)) return [problemOf(text, read)]
  return place.version >= remarksOnWeekdaySince ? checkWeekday(text, read) : none
}

function checkExpanded(text: string, place: Place): readonly ValueProblem[] {
  const bad = findBadSpecifier(text, 'full', place.version)
  if (bad) return [{ rule: 'invalid-time', ...badSpecifierProblem(bad, place, 'full') }]
  const stray = neverInCalendars.exec(text)
  if (stray) {
    const [from, to] = [stray.index, stray.index + stray[0].length]
    const message = `'${stray[0]}' can't be part of a calendar expression; write one such as *-*-* 03:00:00`
    return [{ rule: 'invalid-time', from, to, message }]
  }
  const expanded = expandName(text, place)
  if (expanded.includes(unknownText) || !isProblem(readCalendar(expanded))) return none
  return [unreadable(text, expanded, 'no calendar expression; write one such as *-*-* 03:00:00')]
}

function checkWeekday(text: string, calendar: Calendar): readonly ValueProblem[] {
  const actual = conflictingWeekday(calendar)
  if (actual === undefined) return none
  const to = /^[^ ]+/.exec(text)![0].length
  const name = weekdayNames[actual]!
  const message = `'${text.slice(0, to)}' does not fit the date, a ${name}; it never elapses`
  return [{ rule: 'invalid-time', effect: 'warned', from: 0, to, message, replacements: [name.slice(0, 3)] }]
}

/** What to tell of an expression that could not be read: what it was meant to be, where that shows. */
function problemOf(text: string, { from, to, message, replacement, safe }: CalendarProblem): ValueProblem {
  return (
    mistaken(text) ?? {
      rule: 'invalid-time',
      from,
      to,
      message,
      ...(replacement === undefined ? {} : { replacements: [replacement], safe: safe === true }),
    }
  )
}

function mistaken(text: string): ValueProblem | undefined {
  const whole = { rule: 'invalid-time', from: 0, to: text.length } as const
  const quoted = /^(["'])(.*)\1$/.exec(text)
  if (quoted && isRight(quoted[2]!)) {
    const message = `'${text}' has quotes, which are part of the value here`
    return { ...whole, message, replacements: [quoted[2]!], safe: true }
  }
  const cron = readCron(text)
  if (cron) {
    const fits = cron.filter(isRight)
    const message = `'${text}' is how cron writes it; write ${fits[0] ?? 'one or more such as *-*-* 03:00:00'}`
    return { ...whole, message, replacements: fits }
  }
  if (isPlainSpan(text)) {
    const message = `'${text}' is a time span; 'OnCalendar=' takes points in time, 'OnUnitActiveSec=' spans between them`
    return { ...whole, message }
  }
  const blanked = text.replace(/(\d)T(?=\d)/, '$1 ')
  if (blanked !== text && isRight(blanked)) {
    const message = `'T' can't stand between date and time; write '${blanked}'`
    return { ...whole, message, replacements: [blanked], safe: true }
  }
  return (
    mistakenRepetition(text) ?? mistakenZone(text) ?? mistakenBlanks(text, whole) ?? mistakenWord(text, whole)
  )
}

/** `*` with a repetition, as cron has it. */
function mistakenRepetition(text: string): ValueProblem | undefined {
  const star = /\*\/\d+/.exec(text)
  if (!star) return undefined
  const [from, to] = [star.index, star.index + star[0].length]
  const replacements = ['0', '1'].map((start) => start + star[0].slice(1))
  const fitting = replacements.filter((each) => isRight(text.slice(0, from) + each + text.slice(to)))
  const message = `'${star[0]}' has no value to start from; write ${replacements[0]}, or ${replacements[1]} for days and months`
  return { rule: 'invalid-time', from, to, message, replacements: fitting }
}

function mistakenZone(text: string): ValueProblem | undefined {
  const blank = text.lastIndexOf(' ')
  const word = text.slice(blank + 1)
  const front = text.slice(0, blank)
  if (blank < 0 || !/^[A-Za-z][\w+/-]*$/.test(word) || isZoneAbbreviation(word) || isTimeZone(word))
    return undefined
  if (splitZone(front).zone !== undefined || !isRight(front)) return undefined
  const folded = foldedTimeZone(word)
  const guess = folded ?? nearest(word, timeZoneNames())
  return {
    rule: 'invalid-time',
    from: blank + 1,
    to: text.length,
    message: `'${word}' is no time zone; accepted: UTC and names such as Europe/Berlin`,
    ...(guess ? { replacements: [guess], safe: folded !== undefined } : {}),
  }
}

/** Blanks behind the commas of a list, or several in a row. */
function mistakenBlanks(
  text: string,
  whole: Pick<ValueProblem, 'rule' | 'from' | 'to'>,
): ValueProblem | undefined {
  const tight = text.replace(/\s*(,|\.\.|:)\s*/g, '$1').replace(/\s+/g, ' ')
  if (tight === text || !isRight(tight)) return undefined
  return {
    ...whole,
    message: `'${text}' has blanks where none may stand; write '${tight}'`,
    replacements: [tight],
    safe: true,
  }
}

/** A word that is near to one that systemd knows, or says the same. */
function mistakenWord(
  text: string,
  whole: Pick<ValueProblem, 'rule' | 'from' | 'to'>,
): ValueProblem | undefined {
  const word = text.toLowerCase().replace(/^(?:every ?|@)/, '')
  const meant = synonyms.get(word) ?? (shorthands.has(word) ? word : undefined)
  if (meant === undefined && !/^[A-Za-z-]{3,}$/.test(text)) return undefined
  const guess = meant ?? nearest(text, shorthands.keys())
  return {
    ...whole,
    message: `'${text}' is no calendar expression; accepted: daily, weekly and the like, or *-*-* 03:00:00`,
    ...(guess ? { replacements: [guess], safe: meant !== undefined } : {}),
  }
}

/** What people write behind `every` or `@`, or alone. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ['minute', 'minutely'],
  ['hour', 'hourly'],
  ['day', 'daily'],
  ['week', 'weekly'],
  ['month', 'monthly'],
  ['quarter', 'quarterly'],
  ['year', 'yearly'],
  ['midnight', 'daily'],
  ['noon', '*-*-* 12:00:00'],
  ['weekday', 'Mon..Fri'],
  ['weekdays', 'Mon..Fri'],
  ['weekend', 'Sat,Sun'],
  ['weekends', 'Sat,Sun'],
])

function isRight(text: string): boolean {
  return !text.includes('%') && !isProblem(readCalendar(text))
}

function complete(text: string, cursor: number): ValueCompletion | undefined {
  const blank = text.slice(0, cursor).lastIndexOf(' ')
  if (blank > 0 && isRight(text.slice(0, blank)) && splitZone(text.slice(0, blank)).zone === undefined) {
    const items = ['UTC', ...timeZoneNames().filter((name) => name.includes('/'))]
    return { from: blank + 1, to: text.length, items: items.map((label) => ({ label, kind: 'value' })) }
  }
  return itemsThatFit(text, 0, text.length, examples, isRight)
}

/**
 * The normal form of a calendar expression and when it elapses next.
 * @param now milliseconds since 1970
 * @param local the zone whose clocks to show
 */
export function describeCalendar(
  text: string,
  now: number = Date.now(),
  local: Zone = localZone(),
): ValueMeaning | undefined {
  if (text.includes('%')) return undefined
  const calendar = readCalendar(text)
  if (isProblem(calendar)) return undefined
  const lines = [`\`${formatCalendar(calendar)}\``, ...elapseLines(calendar, now, local)]
  return { from: 0, to: text.length, markdown: lines.join('\n\n') }
}

function elapseLines(calendar: Calendar, now: number, local: Zone): readonly string[] {
  // An abbreviation means something to a machine whose own zone has it, and that may be another machine.
  const zone =
    calendar.zone === undefined
      ? local
      : calendar.zone.includes('/') || calendar.zone === 'UTC'
        ? zoneNamed(calendar.zone)
        : undefined
  if (!zone) return []
  const times = nextElapses(calendar, zone, now * 1000, 5)
  if (times.length === 0) return ['It never elapses again.']
  const list = times.map((time) => `- ${formatLocal(time, local)}`).join('\n')
  return [`Next, in local time (${local.name}):\n\n${list}`]
}

/** `Mon 2026-11-23 03:00:00`, with a fraction where there is one. */
export function formatLocal(time: number, zone: Zone): string {
  const milliseconds = Math.floor(time / 1000)
  const shown = new Date(milliseconds + zone.offsetAt(milliseconds))
  const day = weekdayNames[(shown.getUTCDay() + 6) % 7]!.slice(0, 3)
  const text = shown.toISOString()
  const fraction = time % 1_000_000
  const digits = fraction === 0 ? '' : `.${String(fraction).padStart(6, '0')}`
  return `${day} ${text.slice(0, 10)} ${text.slice(11, 19)}${digits}`
}
