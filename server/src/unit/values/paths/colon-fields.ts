import { type ExtractFlags, firstWord, type WordError } from '../extract/first-word.ts'
import { type Part, partIn } from './part.ts'

/** How the items of most path directives are cut at colons once quotes are gone. */
export const fieldFlags: ExtractFlags = { separators: ':', unescape: true, unescapeSeparators: true }

/** The same, with empty fields between two colons. */
export const everyField: ExtractFlags = { ...fieldFlags, dontCoalesce: true }

/** How a value is cut into such items first. */
export const itemFlags: ExtractFlags = { unquote: true, retainEscape: true }

/** Some fields of an item. */
export interface Fields {
  readonly fields: readonly Part[]
  /** Where to read on in the item's text; undefined where it is used up. */
  readonly next: number | undefined
  readonly error?: WordError
}

/** Up to `count` fields of an item, as `extract_many_words()` reads them: all of these, or an error. */
export function readFields(
  item: Part,
  start: number | undefined,
  count: number,
  flags: ExtractFlags = fieldFlags,
): Fields {
  const fields: Part[] = []
  let next = start
  while (next !== undefined && fields.length < count) {
    const word = firstWord(item.text, next, flags)
    if (!word) return { fields, next: undefined }
    if ('error' in word) return { fields, next: undefined, error: word }
    fields.push(partIn(item, word))
    next = word.next
  }
  return { fields, next }
}
