import type { TextEdit } from '../../base/edit.ts'
import type { Assignment, UnitTree } from '../syntax/tree.ts'
import { spanIn, type Value } from '../syntax/value.ts'

/** Where a `#` that looks like a comment begins: outside of quotes, behind a blank, and in commands before one. */
export function commentStart(text: string, parser: string): number | undefined {
  const needsBlank = parser === 'exec' || parser === 'environ'
  let quote = ''
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    if (char === '\\') at++
    else if (quote) quote = char === quote ? '' : quote
    else if ((char === '"' || char === "'") && isBlank(text[at - 1])) quote = char
    else if (char === '#' && at > 0 && isBlank(text[at - 1]) && (!needsBlank || isBlank(text[at + 1]))) return at
  }
  return undefined
}

/** Edits that put the comment behind a value on a line above the assignment. */
export function moveComment(tree: UnitTree, assignment: Assignment, value: Value, from: number): readonly TextEdit[] {
  const { text } = tree
  const indent = text.slice(assignment.start, assignment.keySpan.start).replace('\uFEFF', '')
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n'
  const kept = value.text.slice(0, from).trimEnd().length
  const comment = value.text.slice(from)
  const insertAt = assignment.start
  return [
    { span: { start: insertAt, end: insertAt }, newText: `${indent}${comment}${lineBreak}` },
    { span: { start: spanIn(value, 0, kept).end, end: assignment.valueSpan.end }, newText: '' },
  ]
}

function isBlank(char: string | undefined): boolean {
  return char === undefined || char === ' ' || char === '\t'
}
