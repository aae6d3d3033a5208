import type { Fix, TextEdit } from '../../base/edit.ts'
import type { Directive } from '../data/directives.ts'
import type { Assignment, UnitTree } from '../syntax/tree.ts'
import { moveToSection } from './move.ts'

/** `; write 'MemoryMax='`, or nothing where a directive has no successor. */
export function replacementOf({ legacy, section }: Directive): string {
  if (!legacy) return ''
  const place = legacy.section === section ? '' : ` in [${legacy.section}]`
  return `; write '${legacy.name}=${legacy.value ?? ''}'${place}`
}

/** The fix that writes a legacy directive under its present name; none where a person must find the new value. */
export function modernize(tree: UnitTree, assignment: Assignment, directive: Directive): readonly Fix[] {
  const { legacy } = directive
  if (!legacy) return []
  const value = tree.text.slice(assignment.valueSpan.start, assignment.valueSpan.end)
  const carries = legacy.sameValue || (legacy.value !== undefined && /^(?:1|yes|y|true|t|on)$/i.test(value))
  if (!carries) return []
  if (legacy.section !== directive.section) {
    return [
      {
        title: `Write ${legacy.name}= in [${legacy.section}]`,
        safe: true,
        edits: moveToSection(tree, assignment, legacy.section, legacy.name),
      },
    ]
  }
  const edits: TextEdit[] = [{ span: assignment.keySpan, newText: legacy.name }]
  if (legacy.value !== undefined) edits.push({ span: assignment.valueSpan, newText: legacy.value })
  return [{ title: `Write ${legacy.name}=${legacy.value ?? ''}`, safe: true, edits }]
}
