/**
 * A text from outside, fit for a terminal: control characters, which could move its cursor or forge lines, and halves
 * of characters are written as escapes.
 */
export function printable(text: string): string {
  return text.replace(
    /[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu,
    (char) => {
      const code = char.charCodeAt(0)
      // Decoding hides a byte that is no UTF-8 in U+DC80 to U+DCFF.
      if (code >= 0xdc80 && code <= 0xdcff) return `\\x${(code - 0xdc00).toString(16)}`
      return (
        names[char] ?? (code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`)
      )
    },
  )
}

const names: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** A printable text in quotes. */
export function quote(text: string): string {
  return `'${printable(text)}'`
}
