import type { NumberFault } from './number.ts'

/** What K stands for: 1024 for memory and files, 1000 for disks and networks. */
export type SizeBase = 1000 | 1024

/** In the order in which `parse_size()` tries them; a later term of a size needs a later unit. */
const units = 'EPTGMKB'
const uint64Max = 18446744073709551615n

/**
 * Reads as `parse_size()` does: terms of a number, maybe with a fraction, and a unit, from large to small and each unit
 * once, as `1G 512M` or `1.5G`. `Infinity` and rounding are as in `readUint64()`.
 * @param highest the largest size that is in range; no less than 2 ** 53
 */
export function readSize(text: string, base: SizeBase, highest: bigint = uint64Max): number | NumberFault {
  const simple = simpleSize(text, base)
  return simple >= 0 ? simple : sizeOfTerms(text, base, highest)
}

/** The common case: up to 12 digits and maybe one of the smaller units, so that nothing overflows; or else -1. */
function simpleSize(text: string, base: SizeBase): number {
  const last = text.length - 1
  const unit = last < 1 ? -1 : 'BKMG'.indexOf(text[last]!)
  const end = unit < 0 ? text.length : last
  if (end === 0 || end > 12) return -1
  let value = 0
  for (let at = 0; at < end; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  for (let power = 0; power < unit; power++) value *= base
  // Above this a double isn't exact any more, and the careful way rounds only once.
  return value > Number.MAX_SAFE_INTEGER ? -1 : value
}

function sizeOfTerms(text: string, base: SizeBase, highest: bigint): number | NumberFault {
  const term = /[ \t\n\v\f\r]*([+-]?)(\d+)(?:\.(\d*))?[ \t\n\r]*/y
  let sum = 0n
  let nextUnit = 0
  do {
    const match = term.exec(text)
    if (!match) return 'syntax'
    const [, sign, whole, fraction = ''] = match
    const unit = units.indexOf(text[term.lastIndex] ?? ' ', nextUnit)
    // Behind the last unit comes none at all, and behind that nothing.
    if (unit < 0 && nextUnit > units.length) return 'syntax'
    if (unit >= 0) term.lastIndex++
    nextUnit = (unit < 0 ? units.length : unit) + 1
    if (sign === '-') return 'range'
    const value = termValue(BigInt(whole!), fraction, factorOf(unit, base))
    if (value === undefined || sum + value > uint64Max) return 'range'
    sum += value
  } while (term.lastIndex < text.length)
  if (sum > highest) return 'range'
  return sum === uint64Max ? Number.POSITIVE_INFINITY : Number(sum)
}

function factorOf(unit: number, base: SizeBase): bigint {
  return unit < 0 ? 1n : BigInt(base) ** BigInt(units.length - 1 - unit)
}

/** One term, with the fraction in double precision as systemd has it; undefined where it overflows. */
function termValue(whole: bigint, digits: string, factor: bigint): bigint | undefined {
  const read = BigInt(digits || '0')
  if (whole > uint64Max || read > uint64Max) return undefined
  let fraction = Number(read)
  for (let at = 0; at < digits.length; at++) fraction /= 10
  if (whole + (fraction > 0 ? 1n : 0n) > uint64Max / factor) return undefined
  return whole * factor + BigInt(Math.trunc(fraction * Number(factor)))
}
