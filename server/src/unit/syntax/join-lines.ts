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
    let stop = at
    while (stop < end && !isBreak(text.charCodeAt(stop))) stop++
    let next = stop
    while (next < end && isBreak(text.charCodeAt(next)) && next - stop < 2) next++
    if (at === start || !beginsComment(text, at, stop)) {
      const continues = stop < end && endsInBackslash(text, at, stop)
      pieces.push({ from: joined.length, start: at })
      joined += continues ? `${text.slice(at, stop - 1)} ` : text.slice(at, stop)
    }
    at = Math.max(next, at + 1)
  }
  return { text: joined, pieces }
}

const backslash = 92

/** True where an odd number of backslashes ends a line, so that the last one is no escaped one. */
function endsInBackslash(text: string, from: number, to: number): boolean {
  let at = to
  while (at > from && text.charCodeAt(at - 1) === backslash) at--
  return (to - at) % 2 === 1
}

/** A `#` or `;`, blanks before it aside. */
function beginsComment(text: string, from: number, to: number): boolean {
  let at = from
  while (at < to && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++
  return at < to && (text.charCodeAt(at) === 35 || text.charCodeAt(at) === 59)
}

/** `\n`, `\r` and NUL. */
function isBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 0
}
