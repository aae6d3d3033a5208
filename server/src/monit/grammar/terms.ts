import type { DocGroup } from '../data/docs/index.ts'
import type { TokenKind } from '../syntax/token-kinds.ts'

/**
 * The building blocks of the table of statements. The table is data: the parser interprets it, completion asks it
 * what may come next, and hover reads off it which documentation belongs to a word. Nothing in it is a function.
 *
 * Terms are compared by identity: a constant that two statements share is one term.
 */
export type Term = Word | Value | Sequence | Choice | Optional | Repeat | Construct

/** A monit version as monit writes it: `5.28`, `5.34.4`, `6.0`. */
export type MonitVersion = `${number}.${number}` | `${number}.${number}.${number}`

/** In which versions something is understood, and from when monit warns of it. */
export interface Lifetime {
  /** The first version that has it; absent where 5.20 had it. */
  readonly since?: MonitVersion
  /** The first version that has it no more. */
  readonly until?: MonitVersion
  /** The first version that says it is deprecated, and what to write in its place. */
  readonly deprecated?: { readonly since: MonitVersion; readonly instead: string }
}

/** Where the prose about something is: a group of `data/docs`, and a word as `documentationOf` takes it. */
export type DocRef = `${DocGroup}/${string}`
/** A keyword or a punctuation mark, by the kind that the lexer gives it; all its spellings are one kind. */
export interface Word extends Lifetime {
  readonly kind: 'word'
  readonly token: TokenKind
  /** How to write it, the preferred spelling: `total memory`. */
  readonly label: string
  readonly doc?: DocRef
}

/** What a value is, for completion and for messages. */
export type ValueKind =
  | 'argument'
  | 'cron'
  | 'depends-name'
  | 'group-name'
  | 'hash'
  | 'host'
  | 'host-group'
  | 'http-header'
  | 'integer'
  | 'interface'
  | 'mail-address'
  | 'mail-text'
  | 'octal'
  | 'path'
  | 'pattern'
  | 'port'
  | 'real'
  | 'service-name'
  | 'text'
  | 'url'
  | 'user'

/** Something that the writer makes up: a path, a number, a name. */
export interface Value extends Lifetime {
  readonly kind: 'value'
  readonly value: ValueKind
  /** The kinds of token that monit takes here. */
  readonly tokens: readonly TokenKind[]
  /** For people: `an absolute path`, `a whole number`. */
  readonly label: string
}

export interface Sequence {
  readonly kind: 'sequence'
  readonly parts: readonly Term[]
}

/** Exactly one of the options; options that begin with the same token differ in the one behind it. */
export interface Choice {
  readonly kind: 'choice'
  readonly options: readonly Term[]
}

export interface Optional {
  readonly kind: 'optional'
  readonly body: Term
}

/** The body as often as it comes, at least `atLeast` times. */
export interface Repeat {
  readonly kind: 'repeat'
  readonly body: Term
  readonly atLeast: 0 | 1
}

/** A named part: it becomes a node of the tree. The id is stable; rules and the model find nodes by it. */
export interface Construct extends Lifetime {
  readonly kind: 'construct'
  readonly id: string
  readonly body: Term
  readonly doc?: DocRef
}

/** What a word may carry besides its token. */
export type WordFacts = Lifetime & { readonly label?: string; readonly doc?: DocRef }

/** A keyword; its label is the kind's own name unless told otherwise. */
export function word(token: TokenKind, facts: WordFacts = {}): Word {
  return { kind: 'word', token, label: token, ...facts }
}

/** Several keywords of one group of documentation, each found there under its own label. */
export function words(group: DocGroup, ...tokens: readonly TokenKind[]): readonly Word[] {
  return tokens.map((token) => word(token, { doc: `${group}/${token}` }))
}

export function value(kind: ValueKind, label: string, ...tokens: readonly TokenKind[]): Value {
  return { kind: 'value', value: kind, tokens, label }
}

/** Terms one after the other; a string is the keyword of that kind. */
export function seq(...parts: readonly (Term | TokenKind)[]): Sequence {
  return { kind: 'sequence', parts: parts.map(termOf) }
}

export function choice(...options: readonly (Term | TokenKind)[]): Choice {
  return { kind: 'choice', options: options.map(termOf) }
}

export function optional(...parts: readonly (Term | TokenKind)[]): Optional {
  return { kind: 'optional', body: single(parts) }
}

export function many(...parts: readonly (Term | TokenKind)[]): Repeat {
  return { kind: 'repeat', body: single(parts), atLeast: 0 }
}

export function several(...parts: readonly (Term | TokenKind)[]): Repeat {
  return { kind: 'repeat', body: single(parts), atLeast: 1 }
}

/** A named part made of the terms; the last argument may say its documentation and versions. */
export function construct(
  id: string,
  body: Term | TokenKind,
  facts: Lifetime & { readonly doc?: DocRef } = {},
): Construct {
  return { kind: 'construct', id, body: termOf(body), ...facts }
}

function single(parts: readonly (Term | TokenKind)[]): Term {
  return parts.length === 1 ? termOf(parts[0]!) : seq(...parts)
}

function termOf(part: Term | TokenKind): Term {
  return typeof part === 'string' ? word(part) : part
}
