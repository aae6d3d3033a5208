/** A time zone: what the clocks on its walls show. */
export interface Zone {
  readonly name: string
  /** How far its clocks are ahead of UTC, in milliseconds. */
  offsetAt(milliseconds: number): number
}

export const utc: Zone = { name: 'UTC', offsetAt: () => 0 }

/** The zone of the machine that this program runs on. */
export function localZone(): Zone {
  return zoneNamed(new Intl.DateTimeFormat().resolvedOptions().timeZone) ?? utc
}

/** The zone of a name, as far as the platform knows it. */
export function zoneNamed(name: string): Zone | undefined {
  if (name === 'UTC' || name === 'Etc/UTC') return utc
  let format: Intl.DateTimeFormat
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' })
  } catch {
    return undefined
  }
  const known = new Map<number, number>()
  return {
    name,
    offsetAt(milliseconds) {
      // Clocks change at a full quarter of an hour, if at all.
      const quarter = Math.floor(milliseconds / 900_000)
      let offset = known.get(quarter)
      if (offset === undefined) {
        offset = readOffset(format, quarter * 900_000)
        known.set(quarter, offset)
      }
      return offset
    },
  }
}

/** Reads `GMT+05:30`, or `GMT` alone. */
function readOffset(format: Intl.DateTimeFormat, milliseconds: number): number {
  const text = format.formatToParts(milliseconds).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const match = /([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text.replace('\u2212', '-'))
  if (!match) return 0
  const [, sign, hours, minutes, seconds = '0'] = match
  const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
  return sign === '-' ? -size : size
}

const day = 86_400_000

/**
 * The instants at which the clocks of a zone show a time, which is given as if it were one of UTC. None where it is
 * skipped as summer begins, two where it comes again as summer ends.
 */
export function instantsOf(zone: Zone, shown: number): readonly number[] {
  const before = shown - zone.offsetAt(shown - day)
  const after = shown - zone.offsetAt(shown + day)
  const candidates = before === after ? [before] : [Math.min(before, after), Math.max(before, after)]
  return candidates.filter((instant) => instant + zone.offsetAt(instant) === shown)
}
