/** Numbers in words that a person has at once. */

const secondsOfUnits = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const

/** `90` is `1 minute 30 seconds`; the two largest parts of it. Fractions of a second are kept where it is short. */
export function durationText(seconds: number): string {
  if (seconds < 60) return counted(seconds, 'second')
  const parts: string[] = []
  let rest = Math.round(seconds)
  for (const [name, size] of secondsOfUnits) {
    const count = Math.floor(rest / size)
    rest -= count * size
    if (count > 0) parts.push(counted(count, name))
  }
  return parts.slice(0, 2).join(' ')
}

/** `1 cycle`, `3 cycles`, `1,024 bytes`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`
}

export function grouped(count: number): string {
  return count.toLocaleString('en', { maximumFractionDigits: 3 })
}

/**
 * What a rate asks for.
 * @param period seconds between two cycles; undefined where the files don't say
 */
export function rateText(count: number, cycles: number, period: number | undefined): string {
  const what =
    count === cycles
      ? cycles === 1
        ? 'in one cycle'
        : `in ${counted(cycles, 'cycle')} in a row`
      : `in ${count} of the last ${counted(cycles, 'cycle')}`
  return period === undefined || cycles < 2 ? what : `${what}${periodText(cycles, period)}`
}

/** How long so many cycles are. */
export function periodText(cycles: number, period: number): string {
  return `; with \`set daemon ${period}\` that is ${durationText(cycles * period)}`
}

const bits = ['---', '--x', '-w-', '-wx', 'r--', 'r-x', 'rw-', 'rwx'] as const
const places = ['its owner', 'its group', 'all others'] as const

/** The mode of a file as `ls` shows it, and who may do what; undefined for what is no mode. */
export function permissionText(octal: string): string | undefined {
  if (!/^[0-7]{1,4}$/.test(octal)) return undefined
  const digits = octal.padStart(4, '0')
  const who = [...digits.slice(1)].map((digit) => bits[Number(digit)]!)
  const special = Number(digits[0])
  const notes = [
    ...(special & 4 ? ['runs as its owner (setuid)'] : []),
    ...(special & 2 ? ['runs as its group (setgid)'] : []),
    ...(special & 1 ? ['only owners delete (sticky)'] : []),
  ]
  const rights = who.map((each, index) => `${places[index]} \`${each}\``).join(', ')
  return `\`${who.join('')}\`: ${[rights, ...notes].join('; ')}`
}
