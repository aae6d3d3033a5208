import { nearest } from '../../base/nearest.ts'
import { allSections, sectionIsKnown, sectionsFor } from '../data/section-names.ts'
import type { Header } from '../syntax/tree.ts'
import type { UnitContext } from './rule.ts'

/** The version on record that first refuses nameless headers and globs; 257 takes them for unknown sections. */
const strictSince = 262

/** True where `string_is_safe()` refuses the name of a section, and systemd the whole file with it. */
export function isRefusedName({ name, problem }: Header, version: number): boolean {
  return (
    problem === 'characters' || (!problem && version >= strictSince && (name === '' || /[*?[]/.test(name)))
  )
}

/** The section that a name was meant to be: preferably one that the unit reads. */
export function guessSection(ctx: UnitContext, name: string): string | undefined {
  return nearest(name, sectionsFor(ctx.document.identity.type)) ?? nearest(name, allSections)
}

/** The fix that changes the name, where the unit reads the section that it was meant to be. */
export function renameSection(ctx: UnitContext, { nameSpan }: Header, to: string | undefined) {
  if (!to || !sectionIsKnown(to, ctx.document.identity.type)) return {}
  return { fixes: [{ title: `Change to [${to}]`, safe: true, edits: [{ span: nameSpan, newText: to }] }] }
}
