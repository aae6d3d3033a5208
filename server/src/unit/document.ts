import type { Span } from '../base/span.ts'
import { type Control, parseControlComment, type Suppression } from '../lint/control-comment.ts'
import type { UnitIdentity } from './identity.ts'
import { parseUnit } from './syntax/parse.ts'
import type { UnitTree } from './syntax/tree.ts'

/** One version of a unit file, parsed once for everything that is asked of it. */
export interface UnitDocument {
  readonly identity: UnitIdentity
  readonly tree: UnitTree
  readonly controls: readonly Control[]
}

/** Parses a text as the unit file that `identity` says it is. */
export function readUnit(text: string, identity: UnitIdentity): UnitDocument {
  const tree = parseUnit(text, identity.interpolates)
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

const everywhere: Span = { start: 0, end: Number.MAX_SAFE_INTEGER }

/**
 * A comment speaks of the next line that isn't blank or a comment; above the first header it speaks of the whole file.
 */
function controlsOf(tree: UnitTree): readonly Control[] {
  const firstHeader = tree.sections[0]?.header.start ?? tree.text.length
  const controls: Control[] = []
  let next: Span = { start: 0, end: 0 }
  for (let index = tree.items.length - 1; index >= 0; index--) {
    const item = tree.items[index]!
    if (item.kind === 'comment') {
      const { start, end } = item.content
      const comment = parseControlComment(tree.text.slice(start, end), start)
      const scope = item.start < firstHeader ? everywhere : next
      if (comment) controls.push({ comment, span: item.content, scope })
    } else if (item.kind !== 'blank') {
      next = { start: item.start, end: item.end }
    }
  }
  return controls.reverse()
}
