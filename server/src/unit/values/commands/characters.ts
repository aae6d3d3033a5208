import { unknownText } from '../extract/specifiers.ts'

const loneSurrogate = /\p{Surrogate}/u

/** True where a text is UTF-8 once its escapes are undone; bytes that are not are lone surrogates. */
export function isUtf8(text: string): boolean {
  return !loneSurrogate.test(text)
}

/** Specifiers that always expand to an absolute path. */
const paths = 'CELStDdhsTVfyY'

/**
 * A text as it is for questions of which characters it holds: a full unit name has a dot, a path begins with a slash, of
 * other specifiers nothing is known but that they stand there.
 */
export function expandForCharacters(text: string): string {
  if (!text.includes('%')) return text
  return text.replace(/%([%A-Za-z0-9])/g, (_, letter: string) => {
    if (letter === '%') return '%'
    if (letter === 'n') return `${unknownText}.${unknownText}`
    return paths.includes(letter) ? `/${unknownText}` : unknownText
  })
}

/** What begins with `unknownText` or holds it may be anything. */
export function isKnown(text: string): boolean {
  return !text.includes(unknownText)
}
