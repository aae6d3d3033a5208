/** The classes of characters in monit's lexer, one bit each. */
const wordBit = 1
/** Blank, tab, carriage return and `; , ( )`; a line feed is none of them, since some modes tell it apart. */
const wideBlankBit = 2
const digitBit = 8
const alphanumericBit = 16

const classes = new Uint8Array(128)
for (let code = 34; code < 127; code++) classes[code] = wordBit
classes[127] = wordBit
for (const char of '@:{}"\';(),%') classes[char.charCodeAt(0)] = 0
for (const char of ' \r\t;,()') classes[char.charCodeAt(0)]! |= wideBlankBit
for (const char of '0123456789') classes[char.charCodeAt(0)]! |= digitBit | alphanumericBit
for (const char of 'abcdefghijklmnopqrstuvwxyz') {
  classes[char.charCodeAt(0)]! |= alphanumericBit
  classes[char.toUpperCase().charCodeAt(0)]! |= alphanumericBit
}

/** What a character may be, by its code; beyond ASCII all are parts of words. */
function classOf(code: number): number {
  return code < 128 ? classes[code]! : wordBit
}

export function isWord(code: number): boolean {
  return code >= 128 || (classes[code]! & wordBit) !== 0
}

/** Blank, tab or carriage return. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

export function isAlphanumeric(code: number): boolean {
  return code < 128 && (classes[code]! & alphanumericBit) !== 0
}

/** The offset behind the word that begins at `at`. */
export function wordEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && isWord(text.charCodeAt(end))) end++
  return end
}

/** The offset of the first character that is no blank, tab or carriage return. */
export function skipBlanks(text: string, at: number): number {
  let next = at
  while (next < text.length && isBlank(text.charCodeAt(next))) next++
  return next
}

/** As `skipBlanks`; `; , ( )` are skipped too. */
export function skipWideBlanks(text: string, at: number): number {
  let next = at
  while (next < text.length && (classOf(text.charCodeAt(next)) & wideBlankBit) !== 0) next++
  return next
}

/** How many line feeds stand in a part of a text. */
export function countLineFeeds(text: string, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === 10) count++
  return count
}
