import type { Span } from '../../base/span.ts'
import { type JoinedText, joinLines, type Piece } from './join-lines.ts'
import type { Assignment, UnitTree } from './tree.ts'

/** A value as systemd sees it, on one line. Knows where each of its characters stands in the file. */
export type Value = JoinedText

/** The value of an assignment. */
export function readValue({ text }: Pick<UnitTree, 'text'>, { valueSpan, continued }: Assignment): Value {
  const { start, end } = valueSpan
  return continued ? joinLines(text, start, end) : new OneLine(text.slice(start, end), start)
}

/** A value on one line: by far the most, and seldom does anybody ask where its characters stand. */
class OneLine implements Value {
  readonly text: string
  readonly start: number

  constructor(text: string, start: number) {
    this.text = text
    this.start = start
  }

  get pieces(): readonly Piece[] {
    return [{ from: 0, start: this.start }]
  }
}

/** The place in the file of the value's character at `index`. */
export function offsetIn(value: Value, index: number): number {
  if (value instanceof OneLine) return value.start + index
  let piece = value.pieces[0]
  if (!piece) return 0
  for (const each of value.pieces) {
    if (each.from > index) break
    piece = each
  }
  return piece.start + index - piece.from
}

/** The index in the value's text of a place in the file; the nearest one where the place lies outside of it. */
export function indexIn(value: Value, offset: number): number {
  let piece = value.pieces[0]
  if (!piece || offset < piece.start) return 0
  for (const each of value.pieces) {
    if (each.start > offset) break
    piece = each
  }
  return Math.min(value.text.length, piece.from + offset - piece.start)
}

/** The span in the file of a part of the value; over all physical lines that the part touches. */
export function spanIn(value: Value, from: number, to: number): Span {
  const start = offsetIn(value, from)
  return { start, end: to > from ? offsetIn(value, to - 1) + 1 : start }
}
