import { type Directive, directiveTable, type UnitType } from './data/directives.ts'
import { sectionIsKnown } from './data/section-names.ts'
import { type Assignment, hasTag, type UnitTree } from './syntax/tree.ts'

/** An assignment in a section that may hold it, to a name that some version of systemd knows there. */
export interface Known {
  readonly assignment: Assignment
  readonly directive: Directive
}

interface KnownOfType {
  readonly type: UnitType | undefined
  readonly found: readonly Known[]
}

const remembered = new WeakMap<UnitTree, KnownOfType>()

/**
 * The known assignments of a file, in the order of the text; looked up once for all who ask.
 * @param type the unit's, where one knows it; of other types' sections nothing is known
 */
export function knownIn(tree: UnitTree, type: UnitType | undefined): readonly Known[] {
  const earlier = remembered.get(tree)
  if (earlier && earlier.type === type) return earlier.found
  const found: Known[] = []
  for (const { name, header, assignments } of tree.sections) {
    if (!sectionIsKnown(name, type) || hasTag(tree, header.nameSpan)) continue
    const table = directiveTable(name)
    for (const assignment of assignments) {
      const directive = table.get(assignment.key)
      if (directive) found.push({ assignment, directive })
    }
  }
  remembered.set(tree, { type, found })
  return found
}
