/** Why a text gives no number: it is none, or it is one that does not fit. */
export type NumberFault = 'syntax' | 'range'

/** What `strtoul()` is told to read: 0 lets a prefix say it, as `0x`, and a leading 0 means octal. */
export type NumberBase = 0 | 8 | 10 | 16

const uint32Max = 4294967295
const uint64Max = 18446744073709551615n
const int32Min = -2147483648
const int32Max = 2147483647
const int64Min = -9223372036854775808n
const int64Max = 9223372036854775807n

/** Numbers of no more digits are exact, and done without BigInt. */
const fewDigits = 15

/**
 * Reads as `safe_atou64()` does: blanks in front, a plus sign, `0x`, `0o`, `0b` and a 0 for octal are fine. The largest
 * number, with which systemd itself says infinity, comes as `Infinity`; other large ones are rounded to a double.
 */
export function readUint64(text: string, base: NumberBase = 0): number | NumberFault {
  const plain = plainDecimal(text)
  if (plain >= 0 && (base === 0 || base === 10)) return plain
  const value = scanInteger(text, base)
  if (value === undefined) return 'syntax'
  if (value < 0n || value > uint64Max) return 'range'
  return value === uint64Max ? Number.POSITIVE_INFINITY : Number(value)
}

/** Reads as `safe_atou()` does: up to 32 bits. */
export function readUnsigned(text: string): number | NumberFault {
  const value = readUint64(text)
  return typeof value === 'number' && value > uint32Max ? 'range' : value
}

/** Reads as `safe_atoi()` does: 32 bits with a sign. */
export function readInt(text: string): number | NumberFault {
  const plain = plainDecimal(text)
  if (plain >= 0) return plain > int32Max ? 'range' : plain
  const value = scanInteger(text, 0)
  if (value === undefined) return 'syntax'
  return value < int32Min || value > int32Max ? 'range' : Number(value)
}

/** Reads as `safe_atoli()` does where a long has 64 bits. Large numbers are rounded to a double. */
export function readLong(text: string): number | NumberFault {
  const plain = plainDecimal(text)
  if (plain >= 0) return plain
  const value = scanInteger(text, 0)
  if (value === undefined) return 'syntax'
  return value < int64Min || value > int64Max ? 'range' : Number(value)
}

/** Reads as `parse_mode()` does: octal without a sign, up to 07777. */
export function readMode(text: string): number | NumberFault {
  if (/^[ \t]*[+-]/.test(text)) return 'syntax'
  const value = readUint64(text, 8)
  return typeof value === 'number' && value > 0o7777 ? 'range' : value
}

/** The number of a text of few decimal digits without a leading 0, or -1. */
function plainDecimal(text: string): number {
  const { length } = text
  if (length === 0 || length > fewDigits) return -1
  let value = 0
  for (let at = 0; at < length; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return length > 1 && text.charCodeAt(0) === 48 ? -1 : value
}

// mangle_base() of src/basic/parse-util.c takes the prefix away before strtoul() skips blanks and reads a sign; so
// `0b -1` is fine with it while `- 1` is not. strtoul() of newer C libraries knows `0b` as well: behind a sign, and again.
const binary = /^[ \t\n\r]*0[bB][ \t\n\v\f\r]*([+-]?)(?:0[bB])?([01]+)$/
const octal = /^[ \t\n\r]*0[oO][ \t\n\v\f\r]*([+-]?)([0-7]+)$/
const anyBase = /^[ \t\n\v\f\r]*([+-]?)(0[xX][\da-fA-F]+|0[bB][01]+|0[0-7]*|[1-9]\d*)$/
const shapes: Readonly<Record<Exclude<NumberBase, 0>, RegExp>> = {
  8: /^[ \t\n\v\f\r]*([+-]?)([0-7]+)$/,
  10: /^[ \t\n\v\f\r]*([+-]?)(\d+)$/,
  16: /^[ \t\n\v\f\r]*([+-]?)(?:0[xX])?([\da-fA-F]+)$/,
}

function scanInteger(text: string, base: NumberBase): bigint | undefined {
  if (base === 0) {
    const prefixed = binary.exec(text) ?? octal.exec(text)
    if (prefixed) return signed(prefixed[1]!, `${/^\s*0[bB]/.test(text) ? '0b' : '0o'}${prefixed[2]}`)
    const match = anyBase.exec(text)
    return match ? signed(match[1]!, match[2]!.replace(/^0(?=[0-7])/, '0o')) : undefined
  }
  const match = shapes[base].exec(text)
  return match ? signed(match[1]!, `${base === 8 ? '0o' : base === 16 ? '0x' : ''}${match[2]}`) : undefined
}

function signed(sign: string, literal: string): bigint {
  const value = BigInt(literal)
  return sign === '-' ? -value : value
}
