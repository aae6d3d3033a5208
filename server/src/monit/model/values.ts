import type { Span } from '../../base/span.ts'
import { isValueKind, kindNumber } from '../syntax/token-kinds.ts'
import { kindOf } from '../syntax/tokens.ts'
import { type MonitTree, type Node, tokenText } from '../syntax/tree.ts'

/** A value as monit takes it, and where it stands, quotes included. */
export interface Text extends Span {
  readonly text: string
  readonly token: number
  readonly quote: '"' | "'" | undefined
}

/** A number and where it stands. */
export interface Amount extends Span {
  readonly value: number
}

const stringKind = kindNumber('STRING')
const pathKind = kindNumber('PATH')

/** What a token says: without its quotes, escapes replaced. */
export function textOf(tree: MonitTree, token: number): Text {
  const raw = tokenText(tree, token)
  const start = tree.tokens.starts[token]!
  const end = tree.tokens.ends[token]!
  const first = raw.charAt(0)
  const isQuoted = (first === '"' || first === "'") && raw.length > 1 && raw.endsWith(first)
  if (!isQuoted) return { text: raw, token, start, end, quote: undefined }
  const kind = tree.tokens.kinds[token]
  const inner = raw.slice(1, -1)
  // monit takes the blanks at both ends away first, and then escapes are replaced.
  const text = kind === stringKind || kind === pathKind ? inner.trim() : inner
  return { text: withoutEscapes(text), token, start, end, quote: first }
}

/** monit knows six escapes; every other backslash stays, and none of them hides a quote. */
function withoutEscapes(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(/\\(?:0x([0-9a-f]{2})|([ntr \\]))/gi, (all, hex?: string, char?: string) => {
    if (hex) return String.fromCharCode(Number.parseInt(hex, 16))
    return escapes[char ?? ''] ?? all
  })
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', ' ': ' ', '\\': '\\' }

/** The tokens of a part that belong to none of its own parts. */
export function ownTokens(node: Node): readonly number[] {
  const own: number[] = []
  let token = node.first
  for (const child of node.children) {
    while (token < child.first) own.push(token++)
    token = Math.max(token, child.after)
  }
  while (token < node.after) own.push(token++)
  return own
}

/** The numbers among the tokens of a part that belong to none of its own parts. */
export function ownNumbers(tree: MonitTree, node: Node): readonly Amount[] {
  const numbers: Amount[] = []
  for (const token of ownTokens(node)) {
    const kind = tree.tokens.kinds[token]
    if (kind !== integerKind && kind !== realKind) continue
    const start = tree.tokens.starts[token]!
    const end = tree.tokens.ends[token]!
    numbers.push({ value: Number(tree.text.slice(start, end)), start, end })
  }
  return numbers
}

const integerKind = kindNumber('NUMBER')
const realKind = kindNumber('REAL')

/** The last token of a part as a value; undefined where it is no value. */
export function lastValue(tree: MonitTree, node: Node): Text | undefined {
  const token = node.after - 1
  return token >= node.first && isValueKind(kindOf(tree.tokens, token)) ? textOf(tree, token) : undefined
}

export function spanOfToken(tree: MonitTree, token: number): Span {
  return { start: tree.tokens.starts[token]!, end: tree.tokens.ends[token]! }
}
