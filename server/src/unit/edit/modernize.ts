import type { Fix, TextEdit } from '../../base/edit.ts'
import { type Directive, findDirective } from '../data/directives.ts'
import type { Assignment, UnitTree } from '../syntax/tree.ts'
import { readBoolean } from '../values/boolean.ts'
import { hasBlocks, moveToSection } from './move.ts'

/** Parsers of directives that add up when they stand more than once. */
const lists: ReadonlySet<string> = new Set(['unit_deps', 'namespace_path_strv', 'io_limit'])

/** `; write 'MemoryMax='`, or what else takes the place of a legacy directive; nothing where it has no successor. */
export function replacementOf({ name, section, legacy }: Directive, value: string): string {
  if (!legacy) return ''
  // Its successor is no directive but a prefix of the commands.
  if (name === 'PermissionsStartOnly') return "; put a '+' in front of the commands that need full rights"
  if (!carriesOver(legacy, value)) return `; '${legacy.name}=' replaces it but reads its value differently`
  if (legacy.name === name) return `; write it in [${legacy.section}]`
  return `; write '${legacy.name}=${legacy.value ?? ''}'${legacy.section === section ? '' : ` in [${legacy.section}]`}`
}

/** The fix that writes a legacy directive under its present name; none where a person must find the new value. */
export function modernize(tree: UnitTree, assignment: Assignment, directive: Directive): readonly Fix[] {
  const { legacy } = directive
  const value = tree.text.slice(assignment.valueSpan.start, assignment.valueSpan.end)
  if (!legacy || !carriesOver(legacy, value)) return []
  if (hasTwin(tree, legacy)) {
    const edits = [{ span: { start: assignment.start, end: assignment.end }, newText: '' }]
    return [{ title: `Remove it, as ${legacy.name}= is set too`, safe: false, edits }]
  }
  if (legacy.section !== directive.section) {
    return [
      {
        title: `Write ${legacy.name}= in [${legacy.section}]`,
        safe: !hasBlocks(tree),
        edits: moveToSection(tree, assignment, legacy.section, legacy.name),
      },
    ]
  }
  const edits: TextEdit[] = [{ span: assignment.keySpan, newText: legacy.name }]
  if (legacy.value !== undefined) edits.push({ span: assignment.valueSpan, newText: legacy.value })
  return [{ title: `Write ${legacy.name}=${legacy.value ?? ''}`, safe: true, edits }]
}

type Legacy = NonNullable<Directive['legacy']>

function carriesOver({ sameValue, value }: Legacy, text: string): boolean {
  return sameValue || (value !== undefined && readBoolean(text) === true)
}

/** True where the successor stands in the file as well, and a second one would take its place. */
function hasTwin(tree: UnitTree, { section, name }: Legacy): boolean {
  if (lists.has(findDirective(section, name)?.parser ?? '')) return false
  return tree.sections.some(
    (each) => each.name === section && each.assignments.some(({ key }) => key === name),
  )
}
