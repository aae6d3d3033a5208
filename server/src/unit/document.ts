import type { Span } from '../base/span.ts'
import { type Control, parseControlComment, type Suppression } from '../lint/control-comment.ts'
import type { UnitIdentity } from './identity.ts'
import { parseUnit } from './syntax/parse.ts'
import type { Item, UnitTree } from './syntax/tree.ts'

/** One version of a unit file, parsed once for everything that is asked of it. */
export interface UnitDocument {
  readonly identity: UnitIdentity
  readonly tree: UnitTree
  readonly controls: readonly Control[]
}

/** Parses a text as the unit file that `identity` says it is. */
export function readUnit(text: string, identity: UnitIdentity): UnitDocument {
  const tree = parseUnit(text)
  return { identity, tree, controls: text.includes('unitwright:') ? controlsOf(tree) : [] }
}

/** What the file's own comments silence. */
export function suppressionsOf(document: UnitDocument): readonly Suppression[] {
  return document.controls.flatMap(({ comment, scope }) =>
    comment.kind === 'allow' ? [{ rules: comment.rules.map((rule) => rule.id), scope }] : [],
  )
}

/** The value that a comment `# unitwright: KEY=VALUE` gives to a key; the first one counts. */
export function settingOf(document: UnitDocument, key: string): string | undefined {
  for (const { comment } of document.controls) {
    if (comment.kind === 'set' && comment.key === key) return comment.value
  }
  return undefined
}

/**
 * A comment speaks of the next line that isn't blank or a comment; above the first header it speaks of the whole file.
 */
function controlsOf(tree: UnitTree): readonly Control[] {
  const firstHeader = tree.sections[0]?.header.start ?? tree.text.length
  return tree.items.flatMap((item, index) => {
    if (item.kind !== 'comment') return []
    const comment = parseControlComment(
      tree.text.slice(item.content.start, item.content.end),
      item.content.start,
    )
    if (!comment) return []
    const wholeFile = item.start < firstHeader
    const scope = wholeFile ? { start: 0, end: Number.MAX_SAFE_INTEGER } : nextStatement(tree.items, index)
    return [{ comment, span: item.content, scope }]
  })
}

function nextStatement(items: readonly Item[], from: number): Span {
  const next = items.slice(from + 1).find((item) => item.kind !== 'comment' && item.kind !== 'blank')
  return next ? { start: next.start, end: next.end } : { start: 0, end: 0 }
}
