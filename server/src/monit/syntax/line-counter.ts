/** A place behind which monit's count of lines is another one, and by how much. */
export interface LineShift {
  readonly at: number
  readonly by: number
}

/** Counts lines as monit does, which leaves the true count at a few oddities of its lexer. */
export class LineCounter {
  readonly #text: string
  readonly #shifts: readonly LineShift[]
  /** The next line feed to count, and where counting has come to; questions mostly come in the text's order. */
  #feed: number
  #at = 0
  #line = 1
  #shift = 0

  /** @param shifts where monit's count changes by how much, in order */
  constructor(text: string, shifts: readonly LineShift[]) {
    this.#text = text
    this.#shifts = shifts
    this.#feed = text.indexOf('\n')
  }

  /** The line, from 1, that monit names once it has read up to an offset. */
  lineAt(offset: number): number {
    if (offset < this.#at) {
      this.#at = 0
      this.#feed = this.#text.indexOf('\n')
      this.#line = 1
      this.#shift = 0
    }
    while (this.#feed !== -1 && this.#feed < offset) {
      this.#feed = this.#text.indexOf('\n', this.#feed + 1)
      this.#line++
    }
    this.#at = offset
    for (let next = this.#shifts[this.#shift]; next && next.at <= offset; next = this.#shifts[this.#shift]) {
      this.#line += next.by
      this.#shift++
    }
    return this.#line
  }
}
