import { type TokenKind, tokenKinds } from './token-kinds.ts'

/**
 * The tokens of a text, as parallel arrays: a large file has a hundred thousand of them. Between two tokens lies
 * trivia. The last token is an empty one of kind `END`.
 */
export interface Tokens {
  readonly count: number
  /** The number of each token's kind; `kindOf` gives its name. */
  readonly kinds: Uint16Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /**
   * Where a program and its arguments stand in double quotes: the token that ends in the opening quote (`start
   * program = "`, `exec "`, `path "`), and the offset of the closing quote, or the end of the text where there is none.
   */
  readonly closingQuotes: ReadonlyMap<number, number>
}

/** The kind of a token; `END` behind the last one. */
export function kindOf(tokens: Tokens, index: number): TokenKind {
  return tokenKinds[tokens.kinds[Math.min(index, tokens.count - 1)]!]!
}

/** The first token that ends behind an offset; the `END` where there is none. */
export function tokenAfter(tokens: Tokens, offset: number): number {
  let low = 0
  let high = tokens.count - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens.ends[middle]! <= offset) low = middle + 1
    else high = middle
  }
  return low
}
