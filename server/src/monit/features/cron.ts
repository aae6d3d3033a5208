const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/**
 * When a cron expression of monit's is true, in words: `0 3 * * 1-5` is `at 03:00, from Monday to Friday`. Fields are
 * minute, hour, day, month and weekday, each `*`, numbers, ranges, lists, and from 6.0 steps.
 * @returns undefined for what isn't five such fields
 */
export function cronText(expression: string): string | undefined {
  const fields = expression.trim().split(/\s+/)
  if (fields.length !== 5 || !fields.every((field) => /^[\d*,/-]+$/.test(field))) return undefined
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields
  const parts = [
    timeText(minute, hour),
    ...(day === '*' ? [] : [`on day ${fieldText(day, plain)} of the month`]),
    ...(month === '*' ? [] : [`in ${fieldText(month, (number) => months[number - 1] ?? `month ${number}`)}`]),
    ...(weekday === '*' ? [] : [weekdayText(weekday, day !== '*')]),
  ]
  return parts.join(', ')
}

/** Both must fit where a day of the month is named as well; monit has no name for 7. */
function weekdayText(weekday: string, hasDay: boolean): string {
  const words = fieldText(weekday, (number) => days[number] ?? `weekday ${number}`)
  return hasDay ? `if that is ${words}` : `on ${words}`
}

function timeText(minute: string, hour: string): string {
  const isPoint = (field: string) => /^\d+$/.test(field)
  if (isPoint(minute) && isPoint(hour)) return `at ${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`
  const inMinutes =
    minute === '*'
      ? 'every minute'
      : /^\*\//.test(minute)
        ? stepText(minute, 'minute')
        : `at minute ${fieldText(minute, plain)}`
  if (hour === '*')
    return minute === '*' || minute.startsWith('*/') ? inMinutes : `${inMinutes} of every hour`
  const inHours = hour.startsWith('*/') ? stepText(hour, 'hour') : `hour ${fieldText(hour, plain)}`
  return `${inMinutes} of ${inHours}`
}

function fieldText(field: string, name: (number: number) => string): string {
  const parts = field.split(',').map((part) => {
    const [range = '', step] = part.split('/')
    const [from, to] = range.split('-')
    const words = to
      ? `${name(Number(from))} to ${name(Number(to))}`
      : range === '*'
        ? 'any'
        : name(Number(range))
    return step === undefined ? words : `${words} in steps of ${step}`
  })
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

function stepText(field: string, noun: string): string {
  const step = Number(field.slice(2))
  return step === 1 ? `every ${noun}` : `every ${step} ${noun}s`
}

/** `2nd`, `13th`. */
export function ordinal(number: number): string {
  const ending =
    number % 100 > 10 && number % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
  return `${number}${ending}`
}

const plain = (number: number) => String(number)
