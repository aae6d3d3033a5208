/** A zero-based line and UTF-16 column, as the protocol and the JSON report count them. */
export interface Position {
  readonly line: number
  readonly character: number
}

export interface Range {
  readonly start: Position
  readonly end: Position
}

/** Converts offsets to positions and back; lines end at `\n`, `\r\n` or a lone `\r`, as editors count. */
export class LineIndex {
  readonly #starts: readonly number[]
  readonly #length: number

  constructor(text: string) {
    const starts = text.includes('\r') ? startsWithCarriages(text) : startsOfLines(text)
    this.#starts = starts
    this.#length = text.length
  }

  get lineCount(): number {
    return this.#starts.length
  }

  /** The position of an offset; offsets outside the text are clamped to it. */
  position(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.#length))
    const line = this.#lineAt(clamped)
    return { line, character: clamped - this.#starts[line]! }
  }

  range(span: { readonly start: number; readonly end: number }): Range {
    return { start: this.position(span.start), end: this.position(span.end) }
  }

  /** The offset of a position; lines and columns outside the text are clamped to it. */
  offset(position: Position): number {
    const { line, character } = position
    if (line < 0) return 0
    const start = this.#starts[line]
    if (start === undefined) return this.#length
    const limit = this.#starts[line + 1] ?? this.#length
    return Math.min(start + Math.max(0, character), limit)
  }

  #lineAt(offset: number): number {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
}

function startsOfLines(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function startsWithCarriages(text: string): number[] {
  const starts = [0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
  }
  return starts
}
