import { type NumberFault, readInt } from './number.ts'

const int32Max = 2147483647

/**
 * Reads as `parse_permyriad_unbounded()` does, in hundredths of a percent: `%` with up to two places behind the dot, `‰`
 * with up to one, or `‱`. Undefined where none of these signs is at the end.
 */
export function readPermyriad(text: string): number | NumberFault | undefined {
  if (text.endsWith('%')) return readParts(text, 2)
  if (text.endsWith('‰')) return readParts(text, 1)
  return text.endsWith('‱') ? readParts(text, 0) : undefined
}

function readParts(text: string, places: number): number | NumberFault {
  const dot = places === 0 ? -1 : text.indexOf('.')
  const decimals = dot < 0 ? '' : text.slice(dot + 1, -1)
  if (dot >= 0 && (decimals.length < 1 || decimals.length > places || /\D/.test(decimals))) return 'syntax'
  const whole = readInt(text.slice(0, dot < 0 ? -1 : dot))
  if (typeof whole !== 'number') return whole
  const rest = Number(decimals.padEnd(places, '0'))
  const value = whole * 10 ** places + rest
  return whole < 0 || value > int32Max ? 'range' : value
}
