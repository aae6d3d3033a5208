/** A text over several physical lines as systemd reads it: as one line. */
export interface JoinedText {
  readonly text: string
  readonly pieces: readonly Piece[]
}

/** The text's part that begins at index `from` stands at `start` in the file, up to the next piece. */
export interface Piece {
  readonly from: number
  readonly start: number
}

/**
 * Joins the physical lines of a continued text: each continuation backslash becomes a blank, comments between the
 * lines go.
 */
export function joinLines(text: string, start: number, end: number): JoinedText {
  const pieces: Piece[] = []
  let joined = ''
  let at = start
  while (at < end) {
    const { stop, next, continues } = physicalLine(text, at, end)
    const isComment = at > start && beginsComment(text, at, stop)
    if (!isComment) {
      pieces.push({ from: joined.length, start: at })
      joined += continues ? `${text.slice(at, stop - 1)} ` : text.slice(at, stop)
    }
    at = next
  }
  return { text: joined, pieces }
}

function beginsComment(text: string, from: number, to: number): boolean {
  let at = from
  while (at < to && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++
  return at < to && (text.charCodeAt(at) === 35 || text.charCodeAt(at) === 59)
}

function physicalLine(text: string, from: number, limit: number) {
  let stop = from
  while (stop < limit && !isBreak(text.charCodeAt(stop))) stop++
  let next = stop
  while (next < limit && isBreak(text.charCodeAt(next)) && next - stop < 2) next++
  let slashes = stop
  while (slashes > from && text.charCodeAt(slashes - 1) === backslash) slashes--
  return { stop, next: Math.max(next, from + 1), continues: stop < limit && (stop - slashes) % 2 === 1 }
}

const backslash = 92

/** `\n`, `\r` and NUL. */
function isBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 0
}
