import { describe, expect, test } from 'vitest'
import { findDirective } from '../../data/directives.ts'
import { isTimeZone, isZoneAbbreviation, timeZoneNames } from '../../data/time-zones.ts'
import { testEnvironment } from '../../testing/check.ts'
import { checkValue } from '../index.ts'
import type { Place } from '../problem.ts'
import { describeCalendar } from './calendars.ts'
import { timeTypes } from './index.ts'
import { utc, zoneNamed } from './zone.ts'

const environment = testEnvironment()

function place(name: string, version = 262, section = 'Service'): Place {
  return { directive: findDirective(section, name)!, version, manager: 'system' }
}
const timer = (name: string, version = 262) => place(name, version, 'Timer')

/** The parts that are wrong, each with what could stand there instead. */
function wrong(text: string, where: Place): readonly (readonly string[])[] {
  return checkValue(text, where).map(({ from, to, replacements = [] }) => [
    text.slice(from, to),
    ...replacements,
  ])
}

function labels(text: string, where: Place, cursor = text.length): readonly string[] {
  const type = timeTypes[where.directive.parser]!
  return (type.complete?.(text, cursor, where, environment)?.items ?? []).map(({ label }) => label)
}

function meaning(text: string, where: Place): string | undefined {
  return timeTypes[where.directive.parser]!.describe?.(text, 0, where)?.markdown
}

describe('spans', () => {
  // Asked of 252, 257 and 262.
  test.each([
    ['TimeoutStopSec', 'sec_fix_0', false],
    ['RestartSec', 'sec', false],
    ['CPUQuotaPeriodSec', 'sec_def_infinity', true],
    ['TimeoutStartSec', 'service_timeout', false],
    ['TimeoutAbortSec', 'service_timeout_abort', true],
    ['TimerSlackNSec', 'nsec', false],
  ])('%s=, read by %s, is reset by an empty value: %s', (name, parser, reset) => {
    expect(place(name).directive.parser).toBe(parser)
    expect(checkValue('', place(name)).length === 0).toBe(reset)
    expect(wrong('5min', place(name))).toEqual([])
    expect(wrong('infinity', place(name))).toEqual([])
  })

  test('of jobs', () => {
    for (const name of ['JobTimeoutSec', 'JobRunningTimeoutSec']) {
      expect(checkValue('', place(name, 262, 'Unit'))).toHaveLength(1)
      expect(wrong('5 min', place(name, 262, 'Unit'))).toEqual([])
    }
  })

  test('what was meant', () => {
    const meant = (text: string) => wrong(text, place('RestartSec'))
    expect(meant('5 mins')).toEqual([['mins', 'min']])
    expect(meant('5H')).toEqual([['H', 'h']])
    expect(meant('5 milliseconds')).toEqual([['milliseconds', 'ms']])
    expect(meant('5 minuts')).toEqual([['minuts', 'minutes']])
    expect(meant('-1')).toEqual([['-1', 'infinity']])
    expect(meant('Infinity')).toEqual([['Infinity', 'infinity']])
    expect(meant('"5s"')).toEqual([['"5s"', '5s']])
    expect(meant('"foo"')).toEqual([['"foo"']])
    expect(meant('1:30')).toEqual([['1:30', '1h 30min', '1min 30s']])
    expect(meant('5,5s')).toEqual([[',', '.']])
    expect(meant('5 zonks')).toEqual([['zonks']])
    expect(meant('5 %i')).toEqual([['%i']])
    expect(meant('5s s')).toEqual([['s']])
  })

  test('systemd-oomd wants at least a second, and services or slices', () => {
    const name = 'ManagedOOMMemoryPressureDurationSec'
    expect(wrong('1s', place(name))).toEqual([])
    expect(wrong('', place(name))).toEqual([])
    expect(wrong('999ms', place(name))).toEqual([['999ms']])
    expect(wrong('infinity', place(name))).toEqual([['infinity']])
    expect(wrong('1s', place(name, 262, 'Socket'))).toEqual([['1s']])
  })

  test('only timers expand specifiers', () => {
    expect(wrong('%i', timer('OnBootSec'))).toEqual([])
    expect(wrong('5min%i', timer('OnBootSec'))).toEqual([])
    expect(wrong('5min%n', timer('OnBootSec'))).toEqual([['%n']])
    expect(wrong('5%%', timer('OnBootSec'))).toEqual([['%%']])
    expect(wrong('5%Q', timer('OnBootSec'))).toEqual([['%Q']])
    expect(wrong('5 foo %i', timer('OnBootSec'))).toEqual([['foo']])
    expect(wrong('@%i', timer('OnBootSec'))).toEqual([['@']])
    expect(wrong('', timer('OnBootSec'))).toEqual([])
    expect(wrong('%D', timer('OnCalendar', 254))).toEqual([['%D']])
    expect(wrong('%D', timer('OnCalendar', 257))).toEqual([])
  })

  test('completion', () => {
    expect(labels('', place('TimeoutStopSec'))).toEqual(
      expect.arrayContaining(['5min', '1h 30min', 'infinity']),
    )
    expect(labels('', place('ManagedOOMMemoryPressureDurationSec'))).not.toContain('infinity')
    expect(labels('5', place('TimeoutStopSec'))).toEqual(expect.arrayContaining(['5s', '5min', '5h']))
    expect(labels('5', place('TimeoutStopSec'))).not.toContain('5ns')
    expect(labels('5', place('TimerSlackNSec'))).toContain('5ns')
    // What is there already stays.
    expect(labels('1h 5m', place('TimeoutStopSec'))).toContain('5min')
    const { complete } = timeTypes.sec_fix_0!
    expect(complete!('1h 5m', 5, place('TimeoutStopSec'), environment)).toMatchObject({ from: 3, to: 5 })
    // What is wrong can only go.
    expect(complete!('1foo 5m', 7, place('TimeoutStopSec'), environment)).toMatchObject({ from: 0, to: 7 })
  })

  test('meanings', () => {
    expect(meaning('1h30min', place('RestartSec'))).toBe('**1h 30min**: 5400 s')
    expect(meaning('1.5', place('RestartSec'))).toBe('**1.500000s**: 1.5 s')
    expect(meaning('0', place('TimeoutStopSec'))).toBe('**0**: no limit, as `infinity`')
    expect(meaning('0', place('RestartSec'))).toBe('**0**: 0 s')
    expect(meaning('infinity', place('TimeoutStopSec'))).toBe('**infinity**: no limit')
    expect(meaning('50us', place('TimerSlackNSec'))).toBe('**50us**: 50000 ns')
    expect(meaning('5', place('TimerSlackNSec'))).toBe('5 ns')
    expect(meaning('foo', place('RestartSec'))).toBeUndefined()
  })
  test.each([
    ['Unit.StartLimitIntervalSec', '0', '**0**: starts are not limited'],
    ['Unit.StartLimitIntervalSec', 'infinity', '**infinity**: all starts count, however long ago they were'],
    ['Service.WatchdogSec', '0', '**0**: no watchdog'],
    ['Service.LogRateLimitIntervalSec', '0', '**0**: as if unset: the limit of journald.conf holds'],
    ['Service.RestartSec', '0', '**0**: 0 s'],
    ['Service.RestartSec', 'infinity', '**infinity**: the restart never comes'],
    ['Service.CPUQuotaPeriodSec', 'infinity', '**infinity**: the default, 100ms'],
  ])('%s=%s, an end of the scale, says what it does there', (key, text, expected) => {
    const [section, name] = key.split('.')
    expect(meaning(text, place(name!, 262, section))).toBe(expected)
  })
})

describe('calendar expressions', () => {
  test('what was meant', () => {
    const meant = (text: string) => wrong(text, timer('OnCalendar'))
    expect(meant('')).toEqual([])
    expect(meant('Mon..Fri 03:00')).toEqual([])
    expect(meant('0 3 * * *')).toEqual([['0 3 * * *', '*-*-* 03:00:00']])
    expect(meant('@daily')).toEqual([['@daily', 'daily']])
    expect(meant('every hour')).toEqual([['every hour', 'hourly']])
    expect(meant('dayly')).toEqual([['dayly', 'daily']])
    expect(meant('noon')).toEqual([['noon', '*-*-* 12:00:00']])
    expect(meant('5min')).toEqual([['5min']])
    expect(meant('"daily"')).toEqual([['"daily"', 'daily']])
    expect(meant('"foo"')).toEqual([['"']])
    expect(meant('*:*/15')).toEqual([['*/15', '0/15', '1/15']])
    expect(meant('*-*-*/2')).toEqual([['*/2', '1/2']])
    expect(meant('Mon, Wed 10:00')).toEqual([['Mon, Wed 10:00', 'Mon,Wed 10:00']])
    expect(meant('Fri..Mon 10:00')).toEqual([['Fri..Mon', 'Fri,Sat,Sun,Mon']])
    expect(meant('Tues 10:00')).toEqual([['Tues', 'Tue']])
    expect(meant('2026-12-24T18:00')).toEqual([['2026-12-24T18:00', '2026-12-24 18:00']])
    expect(meant('daily Europe/Berln')).toEqual([['Europe/Berln', 'Europe/Berlin']])
    expect(meant('daily europe/berlin')).toEqual([['europe/berlin', 'Europe/Berlin']])
    expect(meant('daily CEST')).toEqual([])
    expect(meant('"%i"')).toEqual([['"']])
    expect(meant('%i 10:00')).toEqual([])
  })

  // Asked of 257 and 262.
  test('a weekday that the date never falls on is remarked upon by 262', () => {
    expect(wrong('Thu 2027-01-01', timer('OnCalendar', 257))).toEqual([])
    expect(wrong('Thu 2027-01-01', timer('OnCalendar', 262))).toEqual([['Thu', 'Fri']])
  })

  test('completion', () => {
    expect(labels('', timer('OnCalendar'))).toEqual(
      expect.arrayContaining(['daily', 'Mon..Fri 03:00', '*-*-01 04:00:00']),
    )
    for (const label of labels('', timer('OnCalendar'))) expect(wrong(label, timer('OnCalendar'))).toEqual([])
    expect(labels('daily Eu', timer('OnCalendar'))).toEqual(expect.arrayContaining(['UTC', 'Europe/Berlin']))
    expect(labels('daily UTC Eu', timer('OnCalendar'))).not.toContain('Europe/Berlin')
    expect(labels('', timer('OnBootSec'))).not.toContain('daily')
  })

  test('the next elapses, on the clocks of this place', () => {
    const now = Date.UTC(2026, 10, 21)
    expect(describeCalendar('mon-fri 3:00', now, utc)).toEqual({
      from: 0,
      to: 12,
      markdown: `\`Mon..Fri *-*-* 03:00:00\`

Next, in local time (UTC):

- Mon 2026-11-23 03:00:00
- Tue 2026-11-24 03:00:00
- Wed 2026-11-25 03:00:00
- Thu 2026-11-26 03:00:00
- Fri 2026-11-27 03:00:00`,
    })
    const elsewhere = describeCalendar('daily UTC', now, zoneNamed('Asia/Kolkata'))!.markdown
    expect(elsewhere).toContain('local time (Asia/Kolkata):\n\n- Sun 2026-11-22 05:30:00\n')
    expect(describeCalendar('2026-11-20', now, utc)!.markdown).toContain('never elapses again')
    expect(describeCalendar('daily CEST', now, utc)!.markdown).toBe('`*-*-* 00:00:00 CEST`')
    expect(describeCalendar('foo', now, utc)).toBeUndefined()
    expect(meaning('daily', timer('OnCalendar'))).toMatch(/^`\*-\*-\* 00:00:00`\n\nNext, in local time/)
  })
})

test('time zones', () => {
  expect(timeZoneNames().length).toBeGreaterThan(500)
  expect(
    ['Europe/Berlin', 'America/Argentina/Ushuaia', 'posix/UTC', 'EST5EDT'].filter(isTimeZone),
  ).toHaveLength(4)
  expect(['europe/berlin', 'Europe/', 'Europe/Nowhere', 'Berlin', '/UTC'].filter(isTimeZone)).toEqual([])
  expect(['CEST', 'cest', '+03', '-0330'].filter(isZoneAbbreviation)).toHaveLength(4)
  expect(['Mon', '+3', '+0315', '03:00'].filter(isZoneAbbreviation)).toEqual([])
})

test('specifiers of the name, where that is known', () => {
  const messages = (name: string, text: string, unit?: string) =>
    checkValue(text, { ...timer(name), ...(unit === undefined ? {} : { unit }) }).map(
      ({ message }) => message,
    )
  expect(messages('OnBootSec', '%i', 'web.timer')).toEqual([
    "'%i' comes to nothing in this unit, which is no time span; write one such as 5min 20s",
  ])
  expect(messages('OnCalendar', '%p', 'web.timer')).toEqual([
    "'%p' comes to 'web' in this unit, which is no calendar expression; write one such as *-*-* 03:00:00",
  ])
  expect(messages('OnBootSec', '%i', 'web@5min.timer')).toEqual([])
  expect(messages('OnCalendar', '%i', 'web@daily.timer')).toEqual([])
  expect(messages('OnBootSec', '%i', 'web@.timer')).toEqual([])
  expect(messages('OnBootSec', '%i')).toEqual([])
})
