import type { Global, MonitDocument } from '../document.ts'
import { child, type Node } from '../syntax/tree.ts'
import { isWhole, otherDocuments } from './other-documents.ts'
import type { MonitContext } from './rule.ts'

const topName = /(?:^|\/)(?:\.?monitrc|monit\.conf)$/

/**
 * Every file of a monit, where the one in question is the file that monit is started with and all that it includes is
 * at hand: what none of them says is not said at all. Undefined where that cannot be known.
 */
export function wholeMonit(ctx: MonitContext): readonly MonitDocument[] | undefined {
  const { document } = ctx
  if (!topName.test(document.path) || document.tree.tags.length > 0) return undefined
  // An empty file is one that somebody has just begun.
  if (document.tree.items.length === 0) return undefined
  const others = otherDocuments(ctx)
  return isWhole(ctx, others) ? [document, ...others] : undefined
}

export function hasGlobal(documents: readonly MonitDocument[], name: string): boolean {
  return documents.some(({ globals }) => globals.some((global) => global.name === name))
}

/** The `set httpd` statements of a file: monit takes all of them together. */
export function httpdOf({ globals }: MonitDocument): readonly (Global & { readonly node: Node })[] {
  return globals.filter((global): global is Global & { node: Node } => {
    return global.name === 'httpd' && global.node !== undefined
  })
}

/** The first of the parts of that id, over several statements. */
export function partOf(statements: readonly { readonly node: Node }[], id: string): Node | undefined {
  for (const { node } of statements) {
    const part = child(node, id)
    if (part) return part
  }
  return undefined
}

/** The start of the line that an offset lies in. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** Where a further `set` goes: above the first statement, below the comments at the top. */
export function placeForGlobal({ tree }: MonitDocument): number {
  return lineStart(tree.text, tree.items[0]?.start ?? tree.text.length)
}
