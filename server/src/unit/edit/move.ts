import type { TextEdit } from '../../base/edit.ts'
import type { Assignment, UnitTree } from '../syntax/tree.ts'
import { appendLine } from './append.ts'

/**
 * Edits that take an assignment out of its place and put it at the end of the section `to`, which is created at the
 * end of the file where the file has none. Comments straight above the assignment stay where they are.
 * @param key the directive's name at its new place
 */
export function moveToSection(
  tree: UnitTree,
  assignment: Assignment,
  to: string,
  key: string = assignment.key,
): readonly TextEdit[] {
  const line = key + tree.text.slice(assignment.keySpan.end, assignment.end).replace(/(?:\r?\n)?$/, '')
  const end = tree.text.length
  return [
    { span: { start: assignment.start, end: assignment.end }, newText: '' },
    appendLine(tree, to, line, assignment.end === end ? assignment.start : end),
  ]
}

/** True where lines of template code stand between the others: a line that leaves or enters a block may change its fate. */
export function hasBlocks(tree: UnitTree): boolean {
  return tree.tags.length > 0 && tree.items.some(({ kind }) => kind === 'opaque')
}
