import type { TextEdit } from '../../base/edit.ts'
import type { Section, UnitTree } from '../syntax/tree.ts'
import { lineBreakOf } from './line-break.ts'

/**
 * The edit that puts a line at the end of the last section of a name, or into a new one at the end of the file.
 * @param textEnd where the text will end once other edits have taken out what stands behind
 */
export function appendLine(
  tree: UnitTree,
  sectionName: string,
  line: string,
  textEnd: number = tree.text.length,
): TextEdit {
  const lineBreak = lineBreakOf(tree.text)
  const home = tree.sections.findLast((section) => section.name === sectionName && !section.header.problem)
  return home
    ? appendTo(tree, home, line, lineBreak)
    : newSection(tree, textEnd, sectionName, line, lineBreak)
}

function appendTo(tree: UnitTree, section: Section, line: string, lineBreak: string): TextEdit {
  const after = lastStatementEnd(tree, section)
  const before = /[\n\r]/.test(tree.text.charAt(after - 1)) ? '' : lineBreak
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
  textEnd: number,
  name: string,
  line: string,
  lineBreak: string,
): TextEdit {
  const end = tree.text.length
  const body = tree.text.slice(0, textEnd)
  const gap =
    body === '' || /\n\r?\n$/.test(body) ? '' : body.endsWith('\n') ? lineBreak : lineBreak + lineBreak
  return { span: { start: end, end }, newText: `${gap}[${name}]${lineBreak}${line}${lineBreak}` }
}
