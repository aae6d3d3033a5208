import type { Span } from '../../base/span.ts'
import { kindOf } from '../syntax/tokens.ts'
import { child, type MonitTree, type Node, spanOfNode } from '../syntax/tree.ts'
import { type Amount, lastValue, ownNumbers, type Text, textOf } from './values.ts'

/** A program that monit starts, with what it is given. monit uses no shell: every argument is taken as it stands. */
export interface Command extends Span {
  /** The program first, then its arguments. */
  readonly arguments: readonly Argument[]
  /** The double quotes around the program and its arguments; undefined where the program stands without. */
  readonly quotes: Quotes | undefined
  /** The last one counts. */
  readonly users: readonly Text[]
  readonly groups: readonly Text[]
  readonly timeout: Timeout | undefined
}

export interface Argument extends Text {
  /** True where it stands behind the closing quote, and monit appends it to the command all the same. */
  readonly isAppended: boolean
}

export interface Quotes {
  /** Offsets of the two quotes; `close` is the end of the text where the second one is missing. */
  readonly open: number
  readonly close: number
  readonly isClosed: boolean
}

/** In seconds. */
export interface Timeout extends Span {
  readonly seconds: Amount | undefined
}

/**
 * Reads the command that a part holds: that of `start`, `stop`, `restart` and `exec`, or of `check program`.
 * @returns undefined where there is no program at all
 */
export function commandOf(tree: MonitTree, node: Node): Command | undefined {
  const program = child(node, 'program')
  if (!program || program.after === program.first) return undefined
  const quotes = quotesBefore(tree, program)
  const timeout = child(node, 'timeout')
  return {
    start: tree.tokens.starts[program.first]!,
    end: tree.tokens.ends[node.after - 1]!,
    arguments: argumentsOf(tree, program, quotes),
    quotes,
    users: valuesOf(tree, node, 'user'),
    groups: valuesOf(tree, node, 'user-group'),
    timeout: timeout && timeoutOf(tree, timeout),
  }
}

function timeoutOf(tree: MonitTree, node: Node): Timeout {
  const { start, end } = spanOfNode(tree, node)
  return { start, end, seconds: ownNumbers(tree, node)[0] }
}

function quotesBefore(tree: MonitTree, program: Node): Quotes | undefined {
  const opener = program.first - 1
  const close = tree.tokens.closingQuotes.get(opener)
  if (close === undefined) return undefined
  return { open: tree.tokens.ends[opener]! - 1, close, isClosed: close < tree.text.length }
}

function argumentsOf(tree: MonitTree, program: Node, quotes: Quotes | undefined): readonly Argument[] {
  const all: Argument[] = []
  for (let token = program.first; token < program.after; token++) {
    const isAppended = quotes !== undefined && kindOf(tree.tokens, token) !== 'ARGUMENT'
    const { text, start, end, quote } = textOf(tree, token)
    all.push({ text, token, start, end, quote, isAppended })
  }
  return all
}

function valuesOf(tree: MonitTree, node: Node, id: string): readonly Text[] {
  const values: Text[] = []
  for (const part of node.children) {
    const value = part.term.id === id ? lastValue(tree, part) : undefined
    if (value) values.push(value)
  }
  return values
}
