import { unknownText } from '../extract/specifiers.ts'

const loneSurrogate = /\p{Surrogate}/u

/** True where a text is UTF-8 once its escapes are undone; bytes that are not are lone surrogates. */
export function isUtf8(text: string): boolean {
  return !loneSurrogate.test(text)
}

/** What begins with `unknownText` or holds it may be anything. */
export function isKnown(text: string): boolean {
  return !text.includes(unknownText)
}
