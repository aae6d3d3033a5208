import type { Fix, TextEdit } from '../../../base/edit.ts'
import type { Span } from '../../../base/span.ts'
import type { ValueKind } from '../../grammar/terms.ts'
import type { TokenKind } from '../../syntax/token-kinds.ts'
import { kindOf, tokenAfter } from '../../syntax/tokens.ts'
import { type MonitTree, type Statement, statementAt, tokenText, type Unexpected } from '../../syntax/tree.ts'

/** What is said of a mistake: where, in which words, and how to mend it. */
export interface Explanation {
  readonly span: Span
  readonly message: string
  readonly fixes: readonly Fix[]
  /** True where it is no mistake in a file that others include within a check. */
  readonly isFineWhenIncluded?: true
}

/** Knows one frequent mistake; undefined for all others. */
export type Recogniser = (situation: Situation) => Explanation | undefined

/** A token that can't stand where it does, and what is around it. Tokens are counted from it: -1 is the one before. */
export class Situation {
  readonly tree: MonitTree
  readonly problem: Unexpected
  /** The statement that the token was met in, or the one before it. */
  readonly statement: Statement | undefined
  /** True where the statement before the token was complete. */
  readonly isBehind: boolean
  readonly #labels: ReadonlySet<string>

  constructor(tree: MonitTree, problem: Unexpected) {
    this.tree = tree
    this.problem = problem
    this.isBehind = problem.statement === undefined
    this.statement = problem.statement ?? statementBefore(tree, problem)
    this.#labels = new Set(problem.expected.map(({ term }) => term.label))
  }

  /** The token's text, quotes included. */
  get text(): string {
    return this.raw(0)
  }

  raw(offset: number): string {
    return this.has(offset) ? tokenText(this.tree, this.problem.token + offset) : ''
  }

  kind(offset: number): TokenKind {
    return this.has(offset) ? kindOf(this.tree.tokens, this.problem.token + offset) : 'END'
  }

  span(offset: number, last = offset): Span {
    const { starts, ends } = this.tree.tokens
    return { start: starts[this.problem.token + offset]!, end: ends[this.problem.token + last]! }
  }

  /** What stands between the token and the one before it: blanks, noise words, closing quotes, comments. */
  gap(offset: number): string {
    const from = this.has(offset - 1) ? this.span(offset - 1).end : 0
    return this.tree.text.slice(from, this.span(offset).start)
  }

  /** True where a line ends between the token and the one before it. */
  beginsLine(offset: number): boolean {
    return this.gap(offset).includes('\n')
  }

  /** True where a word of that label could stand in the token's place. */
  allows(label: string): boolean {
    return this.#labels.has(label)
  }

  allowsValue(kind: ValueKind): boolean {
    return this.problem.expected.some(({ term }) => term.kind === 'value' && term.value === kind)
  }

  /** True where no `check` stands above, so that the token is outside of all. */
  get beginsFile(): boolean {
    return this.isBehind && (this.statement === undefined || this.statement.kind === 'global')
  }

  /** The token's place in its statement, from 0. */
  get position(): number {
    return this.problem.token - (this.statement?.first ?? this.problem.token)
  }

  has(offset: number): boolean {
    const token = this.problem.token + offset
    return token >= 0 && token < this.tree.tokens.count
  }
}

function statementBefore(tree: MonitTree, { span, token }: Unexpected): Statement | undefined {
  const before = statementAt(tree, span.start - 1)
  return before?.after === token ? before : undefined
}

/** A command in double quotes: the offsets of the two. */
export interface QuotedCommand {
  readonly open: number
  readonly close: number
}

/** How far back a command is looked for, in tokens. */
const reach = 200

/** The commands in quotes that end before an offset, the nearest first, as far as they are near. */
export function* commandsBefore({ tokens }: MonitTree, offset: number): Generator<QuotedCommand> {
  const last = Math.min(tokenAfter(tokens, offset), tokens.count - 1)
  for (let token = last; token >= 0 && token > last - reach; token--) {
    const close = tokens.closingQuotes.get(token)
    if (close !== undefined && close < offset) yield { open: tokens.ends[token]! - 1, close }
  }
}

/** @param fixes none where nothing can be right */
export function explain(span: Span, message: string, ...fixes: readonly Fix[]): Explanation {
  return { span: { start: span.start, end: span.end }, message, fixes }
}

/** A fix that keeps what the person plainly meant. */
export function surely(title: string, ...edits: readonly TextEdit[]): Fix {
  return { title, safe: true, edits }
}

/** A fix to choose. */
export function perhaps(title: string, ...edits: readonly TextEdit[]): Fix {
  return { title, safe: false, edits }
}

export function replace({ start, end }: Span, newText: string): TextEdit {
  return { span: { start, end }, newText }
}

export function insert(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText }
}

/** A token for a message: on one line, and not too long. */
export function shortened(token: string): string {
  const line = token.replace(/\s+/g, ' ')
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
}

/** The run of characters around a span up to the next blanks. */
export function wholeWord(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  while (from > 0 && !/\s/.test(text[from - 1]!)) from--
  while (to < text.length && !/\s/.test(text[to]!)) to++
  return { start: from, end: to }
}

/** A text in quotes of monit's, which nothing can escape; undefined where it holds both kinds. */
export function quoted(text: string): string | undefined {
  if (!text.includes('"')) return `"${text}"`
  return text.includes("'") ? undefined : `'${text}'`
}
