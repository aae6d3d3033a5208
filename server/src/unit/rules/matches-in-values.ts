import type { Span } from '../../base/span.ts'
import { findDirective, statusAt } from '../data/directives.ts'
import { sectionIsKnown } from '../data/section-names.ts'
import type { Known } from '../known.ts'
import { hasTag, itemAt } from '../syntax/tree.ts'
import { indexIn, offsetIn } from '../syntax/value.ts'
import type { UnitContext } from './rule.ts'

/** A place in a value that a pattern matches. */
export interface ValueMatch {
  readonly known: Known
  readonly text: string
  readonly span: Span
}

const none: readonly ValueMatch[] = []

/**
 * The places in the values of a file's directives that a global pattern matches, template tags aside. The whole text
 * is searched once, so that files without any cost next to nothing however long they are.
 * @param signs texts of which every match holds at least one
 */
export function matchesInValues(
  ctx: UnitContext,
  pattern: RegExp,
  signs: readonly string[],
): readonly ValueMatch[] {
  const { tree, identity } = ctx.document
  if (!signs.some((sign) => tree.text.includes(sign))) return none
  const found: ValueMatch[] = []
  for (const { 0: text, index: start } of tree.text.matchAll(pattern)) {
    const item = itemAt(tree, start)
    if (item?.kind !== 'assignment' || start < item.valueSpan.start || start >= item.valueSpan.end) continue
    const { section } = item
    if (!section || !sectionIsKnown(section.name, identity.type)) continue
    const directive = findDirective(section.name, item.key)
    if (!directive || statusAt(directive, ctx.target.version) !== 'known') continue
    const span = { start, end: start + text.length }
    if (hasTag(tree, span) || isComment(ctx, { assignment: item, directive }, start)) continue
    found.push({ known: { assignment: item, directive }, text, span })
  }
  return found
}

/** Comments between the lines of a continued value are no part of it. */
function isComment(ctx: UnitContext, { assignment }: Known, offset: number): boolean {
  if (!assignment.continued) return false
  const value = ctx.value(assignment)
  return offsetIn(value, indexIn(value, offset)) !== offset
}
