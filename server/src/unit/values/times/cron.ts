/** What systemd would call the schedules that people know from cron. */

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

/** The calendar expressions that say what five fields of a crontab say; none for what there are no words for. */
export function readCron(text: string): readonly string[] | undefined {
  const fields = text.split(/[ \t]+/)
  const looksRight = fields.every((field, index) => (index < 4 ? /^[\d*,/-]+$/ : /^[\w*,/-]+$/).test(field))
  if (fields.length !== 5 || !looksRight) return undefined
  const [minute, hour, day, month, weekday] = fields as [string, string, string, string, string]
  const date = [place(month, 1), place(day, 1)]
  const time = [place(hour, 0), place(minute, 0)]
  const days = weekdayList(weekday)
  if (days === undefined || [...date, ...time].includes(undefined)) return []
  // cron takes either of the two when both are set, which no one calendar expression can say.
  if (days !== '' && day !== '*') return []
  return [`${days === '' ? '' : `${days} `}*-${date.join('-')} ${time.join(':')}:00`]
}

/** A field in systemd's spelling, which wants a value in front of a repetition and two dots in a range. */
function place(field: string, lowest: number): string | undefined {
  if (field === '*') return '*'
  const items = field.split(',').map((item) => {
    const [, range, step] = /^(\*|\d+(?:-\d+)?)(?:\/(\d+))?$/.exec(item) ?? []
    if (range === undefined) return undefined
    if (range === '*') return step === undefined ? undefined : `${pad(String(lowest))}/${step}`
    const written = range.split('-').map(pad).join('..')
    return step === undefined ? written : `${written}/${step}`
  })
  return items.includes(undefined) ? undefined : items.join(',')
}

function pad(number: string): string {
  return number.padStart(2, '0')
}

/** Weekdays by systemd's names; empty for any, undefined where a range goes round the end of the week. */
function weekdayList(field: string): string | undefined {
  if (field === '*') return ''
  const items = field.split(',').map((item) => {
    const ends = item.split('-').map((end) => {
      if (/^[0-7]$/.test(end)) return weekdays[Number(end)]
      return weekdays.find((name) => name.toLowerCase() === end.toLowerCase())
    })
    return ends.length > 2 || ends.includes(undefined) ? undefined : ends.join('..')
  })
  return items.includes(undefined) ? undefined : items.join(',')
}
