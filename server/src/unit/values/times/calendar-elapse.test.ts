import { describe, expect, test } from 'vitest'
import { isProblem, readCalendar } from './calendar.ts'
import { conflictingWeekday, nextElapses } from './calendar-elapse.ts'
import { formatLocal } from './calendars.ts'
import { instantsOf, utc, zoneNamed } from './zone.ts'

const berlin = zoneNamed('Europe/Berlin')!

function calendar(text: string) {
  const read = readCalendar(text)
  if (isProblem(read)) throw new Error(read.message)
  return read
}

/** The next elapses of an expression after a moment in UTC, in UTC. */
function next(text: string, after: string, zone = utc, count = 3): readonly string[] {
  const times = nextElapses(calendar(text), zone, Date.parse(`${after}Z`) * 1000, count)
  return times.map((time) => formatLocal(time, utc))
}

test('the moment itself is over', () =>
  expect(next('*:0/20', '2026-11-21T10:20:00')).toEqual([
    'Sat 2026-11-21 10:40:00',
    'Sat 2026-11-21 11:00:00',
    'Sat 2026-11-21 11:20:00',
  ]))

test('parts of seconds', () =>
  expect(next('*:*:0/0.25', '2026-11-21T23:59:59.600')).toEqual([
    'Sat 2026-11-21 23:59:59.750000',
    'Sun 2026-11-22 00:00:00',
    'Sun 2026-11-22 00:00:00.250000',
  ]))

describe('days', () => {
  test('of the week', () =>
    expect(next('Mon,Fri 09:00', '2026-11-20T09:00:00', utc, 2)).toEqual([
      'Mon 2026-11-23 09:00:00',
      'Fri 2026-11-27 09:00:00',
    ]))
  test('the first Monday of the month', () =>
    expect(next('Mon *-*-1..7', '2026-11-21T00:00:00', utc, 2)).toEqual([
      'Mon 2026-12-07 00:00:00',
      'Mon 2027-01-04 00:00:00',
    ]))
  test('counted from the end of the month', () => {
    expect(next('*-*~01', '2028-01-31T00:00:00')).toEqual([
      'Tue 2028-02-29 00:00:00',
      'Fri 2028-03-31 00:00:00',
      'Sun 2028-04-30 00:00:00',
    ])
    expect(next('*-02~01..03', '2026-01-01T00:00:00')).toEqual([
      'Thu 2026-02-26 00:00:00',
      'Fri 2026-02-27 00:00:00',
      'Sat 2026-02-28 00:00:00',
    ])
    expect(next('*-02~07/3', '2026-01-01T00:00:00')).toEqual([
      'Sun 2026-02-22 00:00:00',
      'Wed 2026-02-25 00:00:00',
      'Sat 2026-02-28 00:00:00',
    ])
  })
  test('that do not come any more, or never', () => {
    expect(next('2026-11-20', '2026-11-21T00:00:00')).toEqual([])
    expect(next('*-02-30', '2026-11-21T00:00:00')).toEqual([])
    expect(next('*-02-29', '2190-11-21T00:00:00')).toEqual([
      'Wed 2192-02-29 00:00:00',
      'Mon 2196-02-29 00:00:00',
    ])
  })
})

describe('where clocks change', () => {
  test('a time that is skipped does not come', () =>
    expect(next('02:30', '2026-03-28T00:00:00', berlin)).toEqual([
      'Sat 2026-03-28 01:30:00',
      'Mon 2026-03-30 00:30:00',
      'Tue 2026-03-31 00:30:00',
    ]))
  test('nor do a million of them hold things up', () =>
    expect(next('2026-03-29 2..3:*:0/0.000001', '2026-03-28T00:00:00', berlin, 1)).toEqual([
      'Sun 2026-03-29 01:00:00',
    ]))
  test('a time that comes twice counts once', () =>
    expect(next('02:30', '2026-10-24T12:00:00', berlin, 2)).toEqual([
      'Sun 2026-10-25 00:30:00',
      'Mon 2026-10-26 01:30:00',
    ]))
  test('the instants of a time', () => {
    expect(instantsOf(berlin, Date.UTC(2026, 2, 29, 2, 30))).toEqual([])
    expect(instantsOf(berlin, Date.UTC(2026, 9, 25, 2, 30))).toEqual([
      Date.UTC(2026, 9, 25, 0, 30),
      Date.UTC(2026, 9, 25, 1, 30),
    ])
    expect(instantsOf(zoneNamed('Asia/Kolkata')!, Date.UTC(2026, 0, 1))).toEqual([
      Date.UTC(2025, 11, 31, 18, 30),
    ])
  })
  test('a zone that nobody knows', () => expect(zoneNamed('Europe/Nowhere')).toBeUndefined())
})

test('a weekday that a fixed date does not fall on', () => {
  expect(conflictingWeekday(calendar('Thu 2027-01-01'))).toBe(4)
  expect(conflictingWeekday(calendar('Thu,Fri 2027-01-01'))).toBeUndefined()
  expect(conflictingWeekday(calendar('2027-01-01'))).toBeUndefined()
  expect(conflictingWeekday(calendar('Thu 2027-02-30'))).toBeUndefined()
  expect(conflictingWeekday(calendar('Thu 2027-01~01'))).toBeUndefined()
  expect(conflictingWeekday(calendar('Thu 2027,2028-01-01'))).toBeUndefined()
})
