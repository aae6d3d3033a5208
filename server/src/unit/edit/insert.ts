import type { TextEdit } from '../../base/edit.ts'
import type { Assignment, UnitTree } from '../syntax/tree.ts'
import { lineBreakOf } from './line-break.ts'

/** The edit that puts a line below an assignment, indented like it. */
export function lineBelow({ text }: UnitTree, { start, end }: Assignment, line: string): TextEdit {
  const lineBreak = lineBreakOf(text)
  const indent = /^\uFEFF?([ \t]*)/.exec(text.slice(start, end))![1]!
  const before = /[\n\r]$/.test(text.slice(start, end)) ? '' : lineBreak
  return { span: { start: end, end }, newText: `${before}${indent}${line}${lineBreak}` }
}
