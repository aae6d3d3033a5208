const letters: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
  "'": "'",
  s: ' ',
}

const numeric = /x([\da-fA-F]{2})|([0-7]{3})|u([\da-fA-F]{4})|U([\da-fA-F]{8})/y

/**
 * Reads one C-style escape, as `cunescape_one()` of `src/basic/escape.c` does. A byte above 127 that stands alone comes
 * out as the lone surrogate that `decodeText()` would make of it.
 * @param at the index behind the backslash
 * @returns what it stands for, and how many characters it takes behind the backslash; undefined where it is none
 */
export function unescapeOne(
  text: string,
  at: number,
): { readonly text: string; readonly length: number } | undefined {
  const letter = letters[text[at] ?? '']
  if (letter !== undefined) return { text: letter, length: 1 }
  numeric.lastIndex = at
  const match = numeric.exec(text)
  if (!match) return undefined
  const [{ length }, hex, octal, short, long] = match
  const byte =
    hex !== undefined ? Number.parseInt(hex, 16) : octal !== undefined ? Number.parseInt(octal, 8) : undefined
  if (byte !== undefined) {
    if (byte === 0 || byte > 255) return undefined
    return { text: String.fromCharCode(byte < 0x80 ? byte : 0xdc00 + byte), length }
  }
  const point = Number.parseInt(short ?? long ?? '', 16)
  const isCharacter = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
  return isCharacter ? { text: String.fromCodePoint(point), length } : undefined
}

const surrogate = /u[dD][89a-fA-F][\da-fA-F]{2}/y

/** Reads the escape of one half of a surrogate pair, which versions before 262 make bytes of that are no UTF-8. */
export function unescapeSurrogate(
  text: string,
  at: number,
): { readonly text: string; readonly length: number } | undefined {
  surrogate.lastIndex = at
  const match = surrogate.exec(text)?.[0]
  if (match === undefined) return undefined
  // Which bytes is no matter, only that they are wrong.
  return { text: '\udcff', length: match.length }
}
