import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { isProblem, readCalendar } from '../../server/src/unit/values/times/calendar.ts'
import { nextElapses } from '../../server/src/unit/values/times/calendar-elapse.ts'
import { formatCalendar } from '../../server/src/unit/values/times/calendar-text.ts'
import { formatLocal } from '../../server/src/unit/values/times/calendars.ts'
import { formatSpan, microseconds, readSpan } from '../../server/src/unit/values/times/time-span.ts'
import { utc, zoneNamed } from '../../server/src/unit/values/times/zone.ts'
import { random } from './mutate.ts'

const count = 2000
const elapses = 5

/** Runs the machine's `systemd-analyze`, its clocks being those of `TZ`. */
function analyze(args: readonly string[], timeZone = 'UTC') {
  const { status, stdout, stderr } = spawnSync('systemd-analyze', args, {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: timeZone },
    maxBuffer: 64 * 1024 * 1024,
  })
  return { status, stdout, stderr }
}

const probe = analyze(['calendar', '--iterations=1', '--base-time=2026-01-01 00:00:00', 'daily'])
const reason =
  probe.status === null
    ? 'there is no systemd-analyze on this machine'
    : probe.status !== 0
      ? 'this systemd-analyze has no --base-time'
      : undefined

type Next = () => number
const pick = <Item>(next: Next, items: readonly Item[]): Item => items[Math.floor(next() * items.length)]!
const upTo = (next: Next, most: number) => Math.floor(next() * (most + 1))

const units = [
  '',
  's',
  'sec',
  'second',
  'seconds',
  'min',
  'minute',
  'minutes',
  'm',
  'h',
  'hr',
  'hour',
  'hours',
]
const moreUnits = ['d', 'day', 'days', 'w', 'week', 'weeks', 'M', 'month', 'months', 'y', 'year', 'years']
const smallUnits = ['ms', 'msec', 'us', 'usec', 'µs', 'μs']
const wrongUnits = ['mins', 'secs', 'hrs', 'ns', 'S', 'x', 'milliseconds', 'mon']
const numbers = ['0', '.5', '1.5', '0.000001', '3.1234567', '+7', '007', '12345678']
const wrongNumbers = ['5.', '1.2.3', '-1', '9999999999999999', '0x1']

function makeSpan(next: Next): string {
  const odd = next() < 0.1
  const terms = Array.from({ length: 1 + upTo(next, 3) }, (_, index) => {
    const wrong = odd && index === 0
    const plainNumber = next() < 0.25 ? pick(next, numbers) : String(upTo(next, pick(next, [9, 99, 4000])))
    const number = wrong && next() < 0.5 ? pick(next, wrongNumbers) : plainNumber
    const unit = pick(next, wrong ? wrongUnits : [...units, ...moreUnits, ...smallUnits])
    return `${number}${pick(next, ['', '', ' ', '  '])}${unit}`
  })
  return next() < 0.01 ? 'infinity' : terms.join(pick(next, [' ', ' ', '  ', '\t']))
}

const places = {
  year: [2024, 2035],
  month: [1, 12],
  day: [1, 31],
  hour: [0, 23],
  minute: [0, 59],
  second: [0, 59],
} as const

function makeChain(next: Next, [lowest, highest]: readonly [number, number], fractions = false): string {
  if (next() < 0.35) return '*'
  const value = () => {
    const outside = next() < 0.01 ? 60 : 0
    const whole = String(lowest + outside + upTo(next, highest - lowest))
    return fractions && next() < 0.15 ? `${whole}.${upTo(next, 9999999)}` : whole.padStart(upTo(next, 2), '0')
  }
  const component = () => {
    const start = value()
    const range = next() < 0.25 ? `..${next() < 0.7 ? highest : value()}` : ''
    return `${start}${range}${next() < 0.2 ? `/${upTo(next, 9)}` : ''}`
  }
  return Array.from({ length: 1 + (next() < 0.2 ? upTo(next, 3) : 0) }, component).join(',')
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun', 'monday', 'SUNDAY', 'wed', 'Thursday']
const words = [
  'minutely',
  'hourly',
  'daily',
  'Weekly',
  'monthly',
  'quarterly',
  'semiannually',
  'yearly',
  'dayly',
]

function makeWeekdays(next: Next): string {
  const first = pick(next, days)
  if (next() < 0.4) return first
  const list = [first, pick(next, days), pick(next, days)]
  return next() < 0.3 ? `${first}${pick(next, ['..', '-'])}${pick(next, days)}` : list.join(',')
}

function makeCalendar(next: Next, zones: readonly string[]): string {
  const zone = next() < 0.1 ? ` ${pick(next, zones)}` : ''
  if (next() < 0.04) return pick(next, words) + zone
  if (next() < 0.02) return `@${upTo(next, 2_000_000_000)}${zone}`
  const year = next() < 0.7 ? '*' : makeChain(next, places.year)
  const day = `${pick(next, ['-', '-', '~'])}${makeChain(next, places.day)}`
  const month = makeChain(next, places.month)
  const date = next() < 0.4 ? '' : `${next() < 0.8 ? `${year}-` : ''}${month}${day}`
  const seconds = next() < 0.5 ? '' : `:${makeChain(next, places.second, true)}`
  const time =
    next() < 0.15 ? '' : `${makeChain(next, places.hour)}:${makeChain(next, places.minute)}${seconds}`
  const weekdays = next() < 0.3 ? makeWeekdays(next) : ''
  const text = [weekdays, date, time]
    .filter((part) => part !== '')
    .join(pick(next, [' ', ' ', ' ', ' ', '  ']))
  const slip = upTo(next, text.length)
  return (next() < 0.05 ? text.slice(0, slip) + text.slice(slip + 1) : text || 'daily') + zone
}

/** What systemd-analyze prints for each of several expressions: an empty line comes between two of them. */
function blocksOf(stdout: string): readonly (readonly string[])[] {
  const blocks: string[][] = [[]]
  for (const line of stdout.replace(/\n$/, '').split('\n')) {
    if (line === '') blocks.push([])
    else blocks.at(-1)!.push(line.trim())
  }
  return blocks
}

function field(block: readonly string[], name: string): string | undefined {
  return block.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
}

describe('time spans', () => {
  test(`${count} of them are read and printed as systemd-analyze does`, (ctx) => {
    if (reason !== undefined) return ctx.skip(reason)
    const next = random(20261)
    const spans = Array.from({ length: count }, () => makeSpan(next))
    const read = new Map(spans.map((text) => [text, readSpan(text, microseconds)]))
    const right = [...read].filter(([, span]) => typeof span === 'bigint') as [string, bigint][]
    expect(right.length).toBeGreaterThan(count / 2)

    // It stops at the first one that it can't read.
    const { stdout, stderr } = analyze(['timespan', '--', ...right.map(([text]) => text)])
    const theirs = blocksOf(stdout).map((block) => [field(block, 'μs'), field(block, 'Human')])
    expect(stderr).toBe('')
    expect(theirs).toEqual(right.map(([, span]) => [String(span), formatSpan(span)]))

    const wrong = [...read.keys()].filter((text) => typeof read.get(text) !== 'bigint')
    expect(wrong.length).toBeGreaterThan(count / 20)
    expect(wrong.filter((text) => analyze(['timespan', '--', text]).status === 0)).toEqual([])
  })
})

describe('calendar expressions', () => {
  const zones = ['UTC', 'utc', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Europe/Nowhere']
  const groups = [
    ['UTC', '2026-11-21 01:02:03', zones],
    ['UTC', '2028-02-28 23:59:59', zones],
    // Around the days on which clocks change; the machine's own zone costs systemd no process.
    ['Europe/Berlin', '2026-03-28 20:00:00', ['UTC']],
    ['America/New_York', '2026-10-31 12:00:00', ['UTC']],
  ] as const

  test.each(groups)(`${count / groups.length} of them in %s from %s`, (timeZone, base, suffixes) => {
    const next = random(timeZone.length * 1000 + base.length + Number(base.slice(5, 7)))
    const zone = zoneNamed(timeZone)!
    const texts = Array.from({ length: count / groups.length }, () => makeCalendar(next, suffixes))
    const args = ['calendar', `--iterations=${elapses}`, `--base-time=${base}`, '--', ...texts]
    const { stdout, stderr } = analyze(args, timeZone)
    const shown = Date.parse(`${base.replace(' ', 'T')}Z`)
    const now = (shown - zone.offsetAt(shown - zone.offsetAt(shown))) * 1000
    const blocks = blocksOf(stdout)
    expect(blocks).toHaveLength(texts.length)
    // Its own search gives up at times, mostly where clocks change; then it prints nothing of the expression.
    const stuck = new Set(
      [...stderr.matchAll(/^Failed to determine next elapse for '(.*)':/gm)].map((match) => match[1]),
    )
    expect(stuck.size).toBeLessThan(texts.length / 50)
    const ours = texts.map((text) => {
      const calendar = readCalendar(text)
      if (isProblem(calendar)) return `${text}: refused`
      if (stuck.has(text)) return `${text}: stuck`
      const own = calendar.zone === undefined ? zone : zoneNamed(calendar.zone)!
      const times = nextElapses(calendar, own, now, elapses).map((time) =>
        formatLocal(time, utc).slice(0, 23),
      )
      return [`${text}: ${formatCalendar(calendar)}`, ...(times.length > 0 ? times : ['never'])].join('\n')
    })
    const theirs = texts.map((text, index) => {
      if (stuck.has(text)) return `${text}: stuck`
      const block = blocks[index]!
      const normal = field(block, 'Normalized form')
      if (normal === undefined) return `${text}: refused`
      // In UTC itself there is no second line for it.
      const inUtc = block.filter((line) => line.startsWith('(in UTC)'))
      const lines = inUtc.length > 0 ? inUtc : block.filter((line) => /^(?:Next elapse|Iter\.)/.test(line))
      const times = lines.map((line) => line.replace(/^.*?: /, '').slice(0, 23))
      return [`${text}: ${normal}`, ...times].join('\n')
    })
    expect(ours).toEqual(theirs)
    const refused = theirs.filter((line) => line.endsWith(': refused'))
    expect(refused.length).toBeGreaterThan(texts.length / 50)
    expect(refused.length).toBeLessThan(texts.length / 2)
  })
})
