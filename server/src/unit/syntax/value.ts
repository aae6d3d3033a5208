import type { Span } from '../../base/span.ts'
import type { Assignment, UnitTree } from './tree.ts'

/**
 * A value as systemd sees it: one line, each continuation backslash turned into a blank, comments between the lines
 * gone. Knows where each of its characters stands in the file.
 */
export interface Value {
  readonly text: string
  readonly pieces: readonly Piece[]
}

/** `text.slice(from, ...)` of the value stands at `start` in the file, up to the next piece. */
interface Piece {
  readonly from: number
  readonly start: number
}

/** The value of an assignment. */
export function valueOf(tree: UnitTree, assignment: Assignment): Value {
  const { start, end } = assignment.valueSpan
  if (!assignment.continued) return { text: tree.text.slice(start, end), pieces: [{ from: 0, start }] }
  const pieces: Piece[] = []
  let text = ''
  let at = start
  while (at < end) {
    const { stop, next, continues } = physicalLine(tree.text, at, end)
    const isComment = at > start && /^[ \t]*[#;]/.test(tree.text.slice(at, stop))
    if (!isComment) {
      pieces.push({ from: text.length, start: at })
      // The backslash itself becomes the blank that parts the lines.
      text += continues ? `${tree.text.slice(at, stop - 1)} ` : tree.text.slice(at, stop)
    }
    at = next
  }
  return { text: text.replace(/[ \t\n\r]+$/, ''), pieces }
}

/** The place in the file of the value's character at `index`. */
export function offsetIn(value: Value, index: number): number {
  let piece = value.pieces[0]
  if (!piece) return 0
  for (const each of value.pieces) {
    if (each.from > index) break
    piece = each
  }
  return piece.start + index - piece.from
}

/** The span in the file of a part of the value; over all physical lines that the part touches. */
export function spanIn(value: Value, from: number, to: number): Span {
  const start = offsetIn(value, from)
  return { start, end: to > from ? offsetIn(value, to - 1) + 1 : start }
}

function physicalLine(text: string, from: number, limit: number) {
  let stop = from
  while (stop < limit && text[stop] !== '\n' && text[stop] !== '\r' && text[stop] !== '\0') stop++
  let next = stop
  while (next < limit && (text[next] === '\n' || text[next] === '\r' || text[next] === '\0') && next - stop < 2) next++
  let slashes = stop
  while (slashes > from && text[slashes - 1] === '\\') slashes--
  return { stop, next: Math.max(next, from + 1), continues: stop < limit && (stop - slashes) % 2 === 1 }
}
