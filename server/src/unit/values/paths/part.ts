import type { Word } from '../extract/first-word.ts'

/** A part of a value that is read for itself. */
export interface Part {
  /** What systemd reads, quotes and escapes taken away, specifiers not expanded. */
  readonly text: string
  /** Where it stands in the value. */
  readonly from: number
  readonly to: number
}

/** The end of a part behind some characters, `-/x` behind its dash. */
export function partAfter(part: Part, count: number): Part {
  // Where quotes or escapes are in between, the whole part is close enough.
  return isExact(part)
    ? { text: part.text.slice(count), from: part.from + count, to: part.to }
    : { ...part, text: part.text.slice(count) }
}

/** A word that was found in the text of a part. */
export function partIn(part: Part, word: Word): Part {
  return isExact(part)
    ? { text: word.text, from: part.from + word.from, to: part.from + word.to }
    : { text: word.text, from: part.from, to: part.to }
}

/** True where each character of the value is one of the text. */
export function isExact({ text, from, to }: Part): boolean {
  return to - from === text.length
}
