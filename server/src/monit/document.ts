import type { Span } from '../base/span.ts'
import { type Control, parseControlComment, type Suppression } from '../lint/control-comment.ts'
import { type Service, servicesOf } from './model/service.ts'
import { parseMonit } from './syntax/parse.ts'
import type { Include, MonitTree, Node, Statement } from './syntax/tree.ts'

/**
 * One version of a monit control file, parsed once for everything that is asked of it.
 *
 * `tree` is the text cut into tokens and statements, with monit's own complaints in `tree.problems`. `services` and
 * `globals` are what the statements come to; what a mistake hides is missing there, never guessed.
 */
export interface MonitDocument {
  /** The path of the file; it tells nothing about its content, but messages and other files name it. */
  readonly path: string
  readonly tree: MonitTree
  readonly services: readonly Service[]
  readonly globals: readonly Global[]
  readonly includes: readonly Include[]
  readonly controls: readonly Control[]
}

/** A statement that begins with `set`. */
export interface Global extends Span {
  /** The word behind `set`: `daemon`, `httpd`; undefined where it is missing or unknown. */
  readonly name: string | undefined
  readonly statement: Statement
  /** The part with the word and what follows it, `set-daemon`. */
  readonly node: Node | undefined
}

/** Parses a text as a monit control file. Never throws. */
export function readMonit(text: string, path: string): MonitDocument {
  const tree = parseMonit(text)
  const services = servicesOf(tree)
  return {
    path,
    tree,
    services,
    globals: tree.items.filter(({ kind }) => kind === 'global').map(globalOf),
    includes: tree.includes,
    controls: text.includes('unitwright:') ? controlsOf(tree, services) : [],
  }
}

/** What the file's own comments silence. */
export function suppressionsOf(document: MonitDocument): readonly Suppression[] {
  return document.controls.flatMap(({ comment, scope }) =>
    comment.kind === 'allow' ? [{ rules: comment.rules.map((rule) => rule.id), scope }] : [],
  )
}

/** The check that an offset lies in; a check ends where the next one, or a `set`, begins. */
export function serviceAt(document: MonitDocument, offset: number): Service | undefined {
  const service = document.services.findLast(({ start }) => start <= offset)
  if (!service || offset <= service.end) return service
  const between = document.tree.items.some(({ kind, start }) => {
    return kind === 'global' && start > service.end && start <= offset
  })
  return between ? undefined : service
}

function globalOf(statement: Statement): Global {
  const node = statement.node?.children[0]
  return {
    start: statement.start,
    end: statement.end,
    name: node?.term.id.replace(/^set-/, ''),
    statement,
    node,
  }
}

/**
 * A comment speaks of the next statement, above a check of the whole check; above the first statement it speaks of the
 * whole file.
 */
function controlsOf(tree: MonitTree, services: readonly Service[]): readonly Control[] {
  const first = tree.items[0]?.start ?? tree.text.length
  const byHead = new Map<Statement, Service>(services.map((service) => [service.head, service]))
  let at = 0
  return tree.comments.flatMap((span) => {
    const comment = parseControlComment(tree.text.slice(span.start, span.end), span.start)
    if (!comment) return []
    if (span.start < first) return [{ comment, span, scope: { start: 0, end: Number.MAX_SAFE_INTEGER } }]
    while (at < tree.items.length && tree.items[at]!.start < span.end) at++
    const next = tree.items[at]
    const target = (next && byHead.get(next)) ?? next ?? { start: 0, end: 0 }
    return [{ comment, span, scope: { start: target.start, end: target.end } }]
  })
}
