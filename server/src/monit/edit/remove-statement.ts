import type { TextEdit } from '../../base/edit.ts'
import type { Span } from '../../base/span.ts'
import type { MonitTree } from '../syntax/tree.ts'

/** Takes a statement out, and its line where nothing else stands on it. */
export function removeStatement({ text }: MonitTree, { start, end }: Span): TextEdit {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const nextBreak = text.indexOf('\n', end)
  const lineEnd = nextBreak === -1 ? text.length : nextBreak
  const isAlone = text.slice(lineStart, start).trim() === '' && text.slice(end, lineEnd).trim() === ''
  if (!isAlone) return { span: { start, end }, newText: '' }
  return { span: { start: lineStart, end: nextBreak === -1 ? text.length : nextBreak + 1 }, newText: '' }
}
