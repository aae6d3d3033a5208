/** Numbers for people. */

/** `1234567` with a comma every three digits. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** Hundredths of a percent as a percentage. */
export function percentText(permyriad: number): string {
  return `${permyriad / 100} %`
}

/** An amount with its noun, in the plural where it needs one. */
export function counted(value: number, noun: string): string {
  return `${grouped(value)} ${noun}${value === 1 ? '' : 's'}`
}

const binaryUnits = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB']
const decimalUnits = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB']

/** An amount of bytes, in the unit in which it reads best, and in full where that says more. */
export function bytesText(bytes: number, base: 1000 | 1024): string {
  if (bytes === Number.POSITIVE_INFINITY || bytes >= 2 ** 63) return 'no limit to speak of'
  let power = 0
  while (power < 6 && bytes >= base ** (power + 1)) power++
  if (power === 0) return counted(bytes, 'byte')
  const amount = Number((bytes / base ** power).toFixed(2))
  const unit = (base === 1024 ? binaryUnits : decimalUnits)[power]!
  return bytes <= Number.MAX_SAFE_INTEGER
    ? `${amount} ${unit}, ${counted(bytes, 'byte')}`
    : `${amount} ${unit}`
}
