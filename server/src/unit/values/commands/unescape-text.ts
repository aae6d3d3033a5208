import { joinBytes } from '../extract/first-word.ts'
import { unescapeOne, unescapeSurrogate } from '../extract/unescape.ts'

const nul = /x00|000|u0000|U00000000/y

/** The first backslash of a text from `from` on that begins no escape, after `cunescape()`, and what to say of it. */
export function brokenEscape(
  text: string,
  from: number,
  acceptNul: boolean,
  version: number,
):
  | {
      readonly from: number
      readonly to: number
      readonly message: string
      readonly replacements: readonly string[]
      readonly safe: true
    }
  | undefined {
  for (let at = text.indexOf('\\', from); at >= 0; ) {
    const escaped = unescapeOne(text, at + 1) ?? (version < 262 ? unescapeSurrogate(text, at + 1) : undefined)
    const length = escaped?.length ?? (acceptNul ? nulLength(text, at + 1) : 0)
    if (length === 0) {
      const next = text.codePointAt(at + 1)
      const word = text.slice(at, at + 1 + (next === undefined ? 0 : String.fromCodePoint(next).length))
      const message = `'${word}' is no escape, so systemd ignores the line; a backslash is written '\\\\'`
      return { from: at, to: at + word.length, message, replacements: [`\\${word}`], safe: true }
    }
    at = text.indexOf('\\', at + 1 + length)
  }
  return undefined
}

/** A text with its escapes undone; for texts without broken ones. */
export function unescapeText(text: string): string {
  let read = ''
  let done = 0
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', done)) {
    const escaped = unescapeOne(text, at + 1) ?? unescapeSurrogate(text, at + 1)
    if (!escaped) break
    read += text.slice(done, at) + escaped.text
    done = at + 1 + escaped.length
  }
  return joinBytes(read + text.slice(done))
}

function nulLength(text: string, at: number): number {
  nul.lastIndex = at
  return nul.exec(text)?.[0].length ?? 0
}
