import type { Span } from '../../base/span.ts'
import type { Construct, Term } from '../grammar/terms.ts'
import type { TokenKind } from './token-kinds.ts'
import type { Tokens } from './tokens.ts'

/**
 * The lossless tree of a monit control file.
 *
 * `tokens` are what monit's lexer hands to its parser, each with its place in the text; everything between two of them
 * (blanks, noise words such as `with`, comments, closing quotes, includes, control tags of templates) is trivia.
 * `items` are the statements in the order of the text, each a run of tokens. Line breaks mean nothing to monit, so a
 * statement ends where the next one begins.
 *
 * A statement that monit would refuse is there all the same: `node` holds what could be understood of it, and
 * `MonitTree.problems` says what was unexpected. Parsing goes on at the next word that begins a statement.
 */
export interface MonitTree {
  readonly text: string
  readonly tokens: Tokens
  readonly items: readonly Statement[]
  readonly comments: readonly Span[]
  readonly includes: readonly Include[]
  /** Template tags (`<%= %>`, `{{ }}`, `@NAME@`), in order; each stands for text that nobody knows yet. */
  readonly tags: readonly Span[]
  /** Everything for which monit refuses the file when reading it, in order. monit itself stops at the first `unexpected`. */
  readonly problems: readonly Problem[]
}

/** What kind of thing a check watches. */
export type CheckType =
  | 'process'
  | 'file'
  | 'fifo'
  | 'directory'
  | 'filesystem'
  | 'host'
  | 'network'
  | 'system'
  | 'program'

/**
 * One statement: `set …` (`global`), the head of a check (`check`), a line of a check (`service`), or words that begin
 * no statement (`unknown`).
 */
export interface Statement extends Span {
  readonly kind: 'global' | 'check' | 'service' | 'unknown'
  /** The first token, and the one behind the last. Tokens that were skipped after a mistake belong to the statement. */
  readonly first: number
  readonly after: number
  /** What was understood; undefined where not even the first word was. */
  readonly node: Node | undefined
  /** The type of the check that the statement begins or stands in; undefined for globals. */
  readonly check: CheckType | undefined
  /** True where a mistake was found in it or a template tag hides what it says. */
  readonly incomplete: boolean
}

/** A named part of a statement: `term.id` says which. */
export interface Node {
  readonly term: Construct
  /** The first token, and the one behind the last one; equal where the part is empty. */
  readonly first: number
  readonly after: number
  readonly children: readonly Node[]
}

/** `include PATTERN`; it may stand anywhere, even within a statement. */
export interface Include extends Span {
  readonly pattern: string
  /** Without the quotes. */
  readonly patternSpan: Span
}

/** Why monit refuses a file. */
export type Problem = Unexpected | LexicalProblem

/** A token that may not stand where it does: monit's `syntax error`. */
export interface Unexpected {
  readonly kind: 'unexpected'
  /** The token; empty at the end of the file. */
  readonly span: Span
  readonly token: number
  readonly tokenKind: TokenKind
  /** What may stand there in place of it. */
  readonly expected: readonly Expected[]
  /** The statement in which it was met; undefined where it should have begun one. */
  readonly statement: Statement | undefined
  /** The line, from 1, that monit names. */
  readonly line: number
}

/** Characters that monit's lexer refuses, whatever stands around them. */
export interface LexicalProblem {
  readonly kind:
    | 'unbalanced-quote'
    | 'bad-every'
    | 'bad-url-scheme'
    | 'missing-url-host'
    | 'bad-mail-field'
    | 'missing-mail-address'
    | 'bad-host-groups'
    | 'bad-http-headers'
  readonly span: Span
  readonly line: number
}

/** A terminal that may come at a place, and the named parts it would stand in, outermost first. */
export interface Expected {
  readonly term: Extract<Term, { kind: 'word' | 'value' }>
  readonly within: readonly Construct[]
}

/** The text of a token as it stands in the file, quotes included. */
export function tokenText(tree: MonitTree, token: number): string {
  return tree.text.slice(tree.tokens.starts[token], tree.tokens.ends[token])
}

/** The span of a run of tokens; of the place before `first` where the run is empty. */
export function spanOfTokens(tree: MonitTree, first: number, after: number): Span {
  const start = tree.tokens.starts[first] ?? tree.text.length
  return { start, end: after > first ? tree.tokens.ends[after - 1]! : start }
}

export function spanOfNode(tree: MonitTree, node: Node): Span {
  return spanOfTokens(tree, node.first, node.after)
}

/** The first direct child of that id. */
export function child(node: Node, id: string): Node | undefined {
  return node.children.find(({ term }) => term.id === id)
}

/** The statement that holds an offset, or the last one before it. */
export function statementAt(tree: MonitTree, offset: number): Statement | undefined {
  const { items } = tree
  let low = 0
  let high = items.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (items[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  const found = items[low]
  return found && found.start <= offset ? found : undefined
}
