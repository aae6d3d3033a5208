import { type Directive, directiveTable, type UnitType } from './data/directives.ts'
import { sectionIsKnown } from './data/section-names.ts'
import { type Assignment, hasTag, type UnitTree } from './syntax/tree.ts'

/** An assignment in a section that may hold it, to a name that some version of systemd knows there. */
export interface Known {
  readonly assignment: Assignment
  readonly directive: Directive
}

/** One as it stands in a file. */
export interface KnownEntry extends Known {
  /** Its value holds a tag, or it may stand in a block of template code: then nobody knows whether it counts. */
  readonly doubtful: boolean
  readonly empty: boolean
}

interface KnownOfTree {
  readonly tree: UnitTree
  readonly type: UnitType | undefined
  readonly found: readonly KnownEntry[]
}

let latest: KnownOfTree | undefined

/**
 * The known assignments of a file, in the order of the text; looked up once for all who ask.
 * @param type the unit's, where one knows it; of other types' sections nothing is known
 */
export function knownIn(tree: UnitTree, type: UnitType | undefined): readonly KnownEntry[] {
  if (latest && latest.tree === tree && latest.type === type) return latest.found
  const found: KnownEntry[] = []
  const hasTags = tree.tags.length > 0
  const inBlock = blocksOf(tree)
  for (const { name, header, assignments } of tree.sections) {
    if (!sectionIsKnown(name, type) || hasTag(tree, header.nameSpan)) continue
    const table = directiveTable(name)
    for (const assignment of assignments) {
      const directive = table.get(assignment.key)
      if (!directive) continue
      const { valueSpan } = assignment
      const doubtful = hasTags && (hasTag(tree, valueSpan) || inBlock(assignment.start))
      found.push({ assignment, directive, doubtful, empty: valueSpan.start === valueSpan.end })
    }
  }
  latest = { tree, type, found }
  return found
}

/** Whether an offset may lie in a block of template code: between the first line of such code and the last. */
function blocksOf({ items, tags }: UnitTree): (offset: number) => boolean {
  const first = tags.length === 0 ? undefined : items.find(({ kind }) => kind === 'opaque')
  if (!first) return () => false
  const last = items.findLast(({ kind }) => kind === 'opaque')!
  return (offset) => offset > first.start && offset < last.start
}
