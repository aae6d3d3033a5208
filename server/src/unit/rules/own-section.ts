import type { Span } from '../../base/span.ts'
import { directivesOf, parserAt } from '../data/directives.ts'
import { headerOf as headerIn } from '../joined.ts'
import type { UnitContext } from './rule.ts'

/** Where to report that something is missing from a section: at its header, or else at the file's first one. */
export function headerOf({ document }: UnitContext, section: string): Span {
  return headerIn(document.tree, section)
}

/** The names of a section's directives that one of systemd's functions reads, such as all `Listen*=` of a socket. */
export function namesReadBy(parser: string, section: string, version: number): readonly string[] {
  return directivesOf(section)
    .filter((directive) => parserAt(directive, version) === parser)
    .map(({ name }) => name)
}
