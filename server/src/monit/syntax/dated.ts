import type { Span } from '../../base/span.ts'
import { checkTypes, statements } from '../grammar/statements.ts'
import type { Lifetime, Term } from '../grammar/terms.ts'
import { meaningsOf } from './meaning.ts'
import { kindNumber, tokenKinds } from './token-kinds.ts'
import { type MonitTree, type Node, type Statement, spanOfNode, tokenText } from './tree.ts'

/**
 * Something in a file that not every version of monit understands, or that a version warns of. The parser takes the
 * language of all versions together; this tells where they differ.
 */
export interface Dated extends Span, Lifetime {
  readonly statement: Statement
  /**
   * `term`: a word or a part of the table. `glued-quote`: `program="…"`, whose `=` an older monit takes for the
   * program. `cron-step`: `*`/N in a cron expression.
   */
  readonly kind: 'term' | 'glued-quote' | 'cron-step'
}

/** Everything in a statement that depends on the version; a part before what stands in it. */
export function datedPartsOf(tree: MonitTree, statement: Statement): readonly Dated[] {
  const found: Dated[] = []
  if (statement.node) addParts(tree, statement, statement.node, found)
  addWords(tree, statement, found)
  return found
}

/** As `datedPartsOf`, those alone of which a version warns; sooner found, since hardly a word is among them. */
export function deprecatedParts(tree: MonitTree, statement: Statement): readonly Dated[] {
  const found: Dated[] = []
  if (statement.node) addParts(tree, statement, statement.node, found)
  if (holdsKind(tree, statement, deprecatedKinds)) addWords(tree, statement, found)
  return found.filter(({ deprecated }) => deprecated !== undefined)
}

function addParts(tree: MonitTree, statement: Statement, node: Node, found: Dated[]): void {
  if (isDated(node.term)) {
    found.push({ kind: 'term', statement, ...spanOfNode(tree, node), ...lifetimeOf(node.term) })
  }
  for (const child of node.children) addParts(tree, statement, child, found)
}

function addWords(tree: MonitTree, statement: Statement, found: Dated[]): void {
  const meanings = holdsKind(tree, statement, datedKinds) ? meaningsOf(tree, statement) : undefined
  for (let token = statement.first; token < statement.after; token++) {
    const start = tree.tokens.starts[token]!
    const end = tree.tokens.ends[token]!
    const kind = tree.tokens.kinds[token]!
    const term = meanings?.get(token)?.term
    if (term && isDated(term)) found.push({ kind: 'term', statement, start, end, ...lifetimeOf(term) })
    if (kind === cronNumber && tokenText(tree, token).includes('/')) {
      found.push({ kind: 'cron-step', statement, start, end, since: '6.0' })
    } else if (opens.has(kind) && tree.text.startsWith('="', end - 2)) {
      found.push({ kind: 'glued-quote', statement, start, end, since: '5.33' })
    }
  }
}

function isDated({ since, until, deprecated }: Lifetime): boolean {
  return since !== undefined || until !== undefined || deprecated !== undefined
}

function lifetimeOf({ since, until, deprecated }: Lifetime): Lifetime {
  return { since, until, deprecated }
}

const cronNumber = kindNumber('CRON')
const opens: ReadonlySet<number> = new Set(
  (['start', 'stop', 'restart'] as const).map((kind) => kindNumber(kind)),
)

/** By the number of a kind: 1 where such a token may be dated. Most statements have none and need no second look. */
const datedKinds = new Uint8Array(tokenKinds.length)
/** As `datedKinds`, for words of which a version warns. */
const deprecatedKinds = new Uint8Array(tokenKinds.length)
markDated([statements.global, statements.heads, ...checkTypes.map((type) => statements.service[type])])

function markDated(roots: readonly Term[]): void {
  const seen = new Set<Term>()
  const visit = (term: Term) => {
    if (seen.has(term)) return
    seen.add(term)
    if (term.kind === 'word' && isDated(term)) {
      datedKinds[kindNumber(term.token)] = 1
      if (term.deprecated) deprecatedKinds[kindNumber(term.token)] = 1
    } else if (term.kind === 'sequence') term.parts.forEach(visit)
    else if (term.kind === 'choice') term.options.forEach(visit)
    else if (term.kind === 'optional' || term.kind === 'repeat' || term.kind === 'construct') visit(term.body)
  }
  roots.forEach(visit)
}

function holdsKind(tree: MonitTree, { first, after }: Statement, marked: Uint8Array): boolean {
  for (let token = first; token < after; token++) if (marked[tree.tokens.kinds[token]!] === 1) return true
  return false
}
