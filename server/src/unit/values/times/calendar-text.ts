/** Calendar expressions as `systemd-analyze calendar` prints them in their normal form. */
import type { Calendar } from './calendar.ts'
import { type Chain, type Component, type Field, fields, isStar } from './calendar-chain.ts'
import { weekdayNames } from './calendar-weekdays.ts'

/** The normal form of an expression: `Mon..Fri *-*-* 03:00:00`. */
export function formatCalendar(calendar: Calendar): string {
  const { weekdays, years, months, days, fromEnd, hours, minutes, seconds, zone } = calendar
  const date = [
    formatChain(years, fields.year),
    '-',
    formatChain(months, fields.month),
    fromEnd ? '~' : '-',
    formatChain(days, fields.day),
  ].join('')
  const time = [
    formatChain(hours, fields.hour),
    formatChain(minutes, fields.minute),
    formatChain(seconds, fields.second),
  ].join(':')
  return [...(weekdays === 0 ? [] : [formatWeekdays(weekdays)]), date, time, ...(zone ? [zone] : [])].join(
    ' ',
  )
}

/** `Mon..Wed,Fri`; two neighbours are parted by a comma. */
function formatWeekdays(bits: number): string {
  const groups: string[] = []
  for (let first = 0; first < 7; first++) {
    if (!(bits & (1 << first))) continue
    let last = first
    while (last < 6 && bits & (1 << (last + 1))) last++
    const [from, to] = [weekdayNames[first]!.slice(0, 3), weekdayNames[last]!.slice(0, 3)]
    groups.push(last === first ? from : `${from}${last === first + 1 ? ',' : '..'}${to}`)
    first = last
  }
  return groups.join(',')
}

function formatChain(chain: Chain, field: Field): string {
  return isStar(chain, field) ? '*' : chain!.map((each) => formatComponent(each, field)).join(',')
}

function formatComponent({ start, stop, repeat }: Component, field: Field): string {
  const width = field.name === 'year' ? 4 : 2
  const range = stop === undefined ? '' : `..${formatValue(stop, field, width)}`
  const step = repeat > 0 && !(stop !== undefined && repeat === field.unit)
  return `${formatValue(start, field, width)}${range}${step ? `/${formatValue(repeat, field, 1)}` : ''}`
}

function formatValue(value: number, { unit }: Field, width: number): string {
  const whole = String(Math.floor(value / unit)).padStart(width, '0')
  const fraction = value % unit
  return fraction === 0 ? whole : `${whole}.${String(fraction).padStart(6, '0')}`
}
