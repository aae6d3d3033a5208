import type { DocumentSymbol, Fold } from '../../base/features.ts'
import type { UnitDocument } from '../document.ts'
import type { Assignment, Section, UnitTree } from '../syntax/tree.ts'

/** The outline: sections, and their assignments with the values as detail. */
export function unitSymbols({ tree }: UnitDocument): readonly DocumentSymbol[] {
  return tree.sections.map((section) => ({
    name: section.name === '' ? '[]' : section.name,
    kind: 'section',
    span: { start: section.header.start, end: trimmedEnd(tree, section) },
    nameSpan: section.header.content,
    children: section.assignments.map((assignment) => assignmentSymbol(tree, assignment)),
  }))
}

/** Foldable regions: sections, runs of comments, and values over several lines. */
export function unitFolds({ tree }: UnitDocument): readonly Fold[] {
  const folds: Fold[] = tree.sections.map((section) => ({
    kind: 'section',
    span: { start: section.header.content.start, end: trimmedEnd(tree, section) },
  }))
  let comments: { start: number; end: number; lines: number } | undefined
  for (const item of tree.items) {
    if (item.kind === 'comment') {
      comments = {
        start: comments?.start ?? item.content.start,
        end: item.content.end,
        lines: (comments?.lines ?? 0) + 1,
      }
      continue
    }
    if (comments && comments.lines > 1)
      folds.push({ kind: 'comment', span: { start: comments.start, end: comments.end } })
    comments = undefined
    if (item.kind === 'assignment' && item.continued) {
      folds.push({ kind: 'continuation', span: { start: item.keySpan.start, end: item.valueSpan.end } })
    }
  }
  if (comments && comments.lines > 1)
    folds.push({ kind: 'comment', span: { start: comments.start, end: comments.end } })
  return folds
}

function assignmentSymbol(tree: UnitTree, { key, keySpan, valueSpan }: Assignment): DocumentSymbol {
  const value = tree.text.slice(valueSpan.start, valueSpan.end)
  const end = Math.max(valueSpan.end, keySpan.end)
  return {
    name: key === '' ? '=' : key,
    detail: value.length > 80 ? `${value.slice(0, 79)}…` : value,
    kind: 'directive',
    span: { start: keySpan.start, end },
    nameSpan: key === '' ? { start: keySpan.start, end } : keySpan,
    children: [],
  }
}

/** Where a section's last line with text ends, so that the blank lines between sections stay visible when folded. */
function trimmedEnd(tree: UnitTree, section: Section): number {
  const body = tree.text.slice(section.header.content.end, section.end)
  return section.header.content.end + body.replace(/[ \t\n\r\0]+$/, '').length
}
