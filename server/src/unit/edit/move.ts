import type { TextEdit } from '../../base/edit.ts'
import type { Assignment, Section, UnitTree } from '../syntax/tree.ts'
import { lineBreakOf } from './line-break.ts'

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
  const lineBreak = lineBreakOf(tree.text)
  const line = key + tree.text.slice(assignment.keySpan.end, assignment.end).replace(/(?:\r?\n)?$/, '')
  const home = tree.sections.findLast((section) => section.name === to && !section.header.problem)
  return [
    { span: { start: assignment.start, end: assignment.end }, newText: '' },
    home ? appendTo(tree, home, line, lineBreak) : newSection(tree, assignment, to, line, lineBreak),
  ]
}

/** True where lines of template code stand between the others: a line that leaves or enters a block may change its fate. */
export function hasBlocks(tree: UnitTree): boolean {
  return tree.items.some(({ kind }) => kind === 'opaque')
}

function appendTo(tree: UnitTree, section: Section, line: string, lineBreak: string): TextEdit {
  const after = lastStatementEnd(tree, section)
  const before = /[\n\r]$/.test(tree.text.slice(0, after)) ? '' : lineBreak
  return { span: { start: after, end: after }, newText: `${before}${line}${lineBreak}` }
}

/** Behind the section's last line that isn't blank or a comment; behind the tag that ends a block, not inside it. */
function lastStatementEnd(tree: UnitTree, section: Section): number {
  let end = section.header.end
  for (let index = section.first + 1; index < tree.items.length; index++) {
    const item = tree.items[index]!
    if (item.kind === 'header') break
    if (item.kind !== 'blank' && item.kind !== 'comment') end = item.end
  }
  return end
}

function newSection(
  tree: UnitTree,
  moved: Assignment,
  name: string,
  line: string,
  lineBreak: string,
): TextEdit {
  const end = tree.text.length
  const bodyEnd = moved.end === end ? moved.start : end
  const body = tree.text.slice(0, bodyEnd)
  const gap =
    body === '' || /\n\r?\n$/.test(body) ? '' : body.endsWith('\n') ? lineBreak : lineBreak + lineBreak
  return { span: { start: end, end }, newText: `${gap}[${name}]${lineBreak}${line}${lineBreak}` }
}
