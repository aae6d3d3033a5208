import type { CalendarProblem } from './calendar-chain.ts'
import { type Cursor, fail, skipSpaces } from './calendar-cursor.ts'

/** In systemd's order. */
export const weekdayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const

function weekdayAt(
  text: string,
  at: number,
): { readonly index: number; readonly length: number } | undefined {
  const start = text.slice(at, at + 9).toLowerCase()
  const index = weekdayNames.findIndex((name) => start.startsWith(name.slice(0, 3).toLowerCase()))
  if (index < 0) return undefined
  const name = weekdayNames[index]!
  return { index, length: start.startsWith(name.toLowerCase()) ? name.length : 3 }
}

/** The weekdays in front, 0 where there are none. A comma may stand behind the last one. */
export function readWeekdays(cursor: Cursor): number | undefined {
  const { text } = cursor
  let bits = 0
  let rangeFrom: number | undefined
  let rangeStart = 0
  for (let first = true; ; first = false) {
    const day = weekdayAt(text, cursor.at)
    if (!day) return first ? 0 : fail(cursor, 'a weekday')
    const start = cursor.at
    cursor.at += day.length
    const behind = text[cursor.at] ?? ''
    if (!['', '-', '.', ',', ' '].includes(behind))
      return failAtWeekday(cursor, start, weekdayNames[day.index]!)
    if (rangeFrom !== undefined && rangeFrom > day.index) {
      cursor.problem = wrappedRange(rangeStart, cursor.at, rangeFrom, day.index)
      return undefined
    }
    for (let index = rangeFrom ?? day.index; index <= day.index; index++) bits |= 1 << index
    if (behind === '') return bits
    if (behind === ' ') break
    const openRange = behind !== ','
    if (openRange) {
      if (rangeFrom !== undefined || (behind === '.' && text[cursor.at + 1] !== '.')) {
        return fail(cursor, "',' or a blank")
      }
      rangeFrom = day.index
      rangeStart = start
      cursor.at += behind === '.' ? 2 : 1
    } else {
      rangeFrom = undefined
      cursor.at += 1
    }
    const next = text[cursor.at]
    if (next !== undefined && next !== ' ') continue
    if (openRange) return fail(cursor, 'a weekday')
    break
  }
  skipSpaces(cursor)
  return bits
}

function failAtWeekday(cursor: Cursor, from: number, name: string): undefined {
  const word = /^[A-Za-z]*/.exec(cursor.text.slice(from))![0]
  const to = from + word.length
  if (to <= cursor.at) return fail(cursor, "' ', ',' or '..'")
  const short = name.slice(0, 3)
  const message = `'${word}' is no weekday; accepted: '${short}' and '${name}'`
  cursor.problem ??= { from, to, message, replacement: short }
  return undefined
}

function wrappedRange(from: number, to: number, first: number, last: number): CalendarProblem {
  const count = ((last - first + 7) % 7) + 1
  const list = Array.from({ length: count }, (_, index) =>
    weekdayNames[(first + index) % 7]!.slice(0, 3),
  ).join(',')
  return {
    from,
    to,
    message: `a range of weekdays can't go round the end of the week; write '${list}'`,
    replacement: list,
    safe: true,
  }
}
