import type { Span } from '../../base/span.ts'
import { kindNumber, type TokenKind } from './token-kinds.ts'
import type { Tokens } from './tokens.ts'
import type { Include, LexicalProblem } from './tree.ts'

/** A problem of the lexer whose line isn't counted yet. */
export interface FoundByLexer extends Span {
  readonly kind: LexicalProblem['kind']
}

/** What the lexer puts its findings into. */
export class TokenSink {
  /** The text, template tags masked. */
  readonly text: string
  /** True where the text has opaque characters. */
  readonly isMasked: boolean
  readonly comments: Span[] = []
  readonly includes: Include[] = []
  readonly problems: FoundByLexer[] = []
  /** Where monit's count of lines leaves the true one, and by how much. */
  readonly lineShifts: { readonly at: number; readonly by: number }[] = []
  readonly closingQuotes = new Map<number, number>()
  /** True behind `check program`, where `path "` opens a program and its arguments. */
  inProgramCheck = false
  /** True where the end of something was looked for in vain: it may yet be typed, however far down. */
  hasOpenEnd = false
  count = 0
  #kinds: Uint16Array
  #starts: Uint32Array
  #ends: Uint32Array

  /** @param length how much of the text is expected to be cut; room for more is made when it is needed */
  constructor(text: string, isMasked: boolean, length = text.length) {
    this.text = text
    this.isMasked = isMasked
    const room = (length >> 2) + 16
    this.#kinds = new Uint16Array(room)
    this.#starts = new Uint32Array(room)
    this.#ends = new Uint32Array(room)
  }

  push(kind: TokenKind, start: number, end: number): void {
    this.pushNumber(kindNumber(kind), start, end)
  }

  /** As `push`, by the kind's number. */
  pushNumber(kind: number, start: number, end: number): void {
    if (this.count === this.#kinds.length) this.#grow()
    this.#kinds[this.count] = kind
    this.#starts[this.count] = start
    this.#ends[this.count] = end
    this.count++
  }

  problem(kind: LexicalProblem['kind'], start: number, end: number): void {
    this.problems.push({ kind, start, end })
  }

  /** Notes that monit counts `by` lines more than there are once it has read up to `at`. */
  shiftLines(at: number, by: number): void {
    if (by !== 0) this.lineShifts.push({ at, by })
  }

  tokens(): Tokens {
    return {
      count: this.count,
      kinds: this.#kinds,
      starts: this.#starts,
      ends: this.#ends,
      closingQuotes: this.closingQuotes,
    }
  }

  #grow(): void {
    const room = this.#kinds.length * 2
    const kinds = new Uint16Array(room)
    const starts = new Uint32Array(room)
    const ends = new Uint32Array(room)
    kinds.set(this.#kinds)
    starts.set(this.#starts)
    ends.set(this.#ends)
    this.#kinds = kinds
    this.#starts = starts
    this.#ends = ends
  }
}
