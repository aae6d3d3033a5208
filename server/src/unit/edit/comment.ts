import type { TextEdit } from '../../base/edit.ts'
import type { Assignment, Item, UnitTree } from '../syntax/tree.ts'
import { spanIn, type Value } from '../syntax/value.ts'
import { lineBreakOf } from './line-break.ts'

/** A part of a value's text that looks like a comment. */
export interface CommentPart {
  readonly from: number
  readonly to: number
}

/**
 * The first thing in a value that looks like a comment: a `#` outside of quotes and behind a blank, in commands and
 * environments also before one, with all that follows on its physical line.
 */
export function commentIn(value: Value, parser: string): CommentPart | undefined {
  const from = commentStart(value.text, parser)
  if (from === undefined) return undefined
  const next = value.pieces.find((piece) => piece.from > from)
  // The character before the next line's first one is the blank that stands for the backslash.
  const end = next ? next.from - 1 : value.text.length
  return { from, to: value.text.slice(0, end).trimEnd().length }
}

/** What the value says without the comment. */
export function withoutComment(value: Value, { from, to }: CommentPart): string {
  return (value.text.slice(0, from).trimEnd() + value.text.slice(to)).trimEnd()
}

/** Edits that put the comment behind a value on a line above the assignment. */
export function moveComment(
  tree: UnitTree,
  assignment: Assignment,
  value: Value,
  { from, to }: CommentPart,
): readonly TextEdit[] {
  const kept = value.text.slice(0, from).trimEnd().length
  return [
    commentLineAbove(tree, assignment, value.text.slice(from, to)),
    { span: { start: spanIn(value, 0, kept).end, end: spanIn(value, from, to).end }, newText: '' },
  ]
}

/** The edit that puts a comment on a line of its own above an item, indented like it. */
export function commentLineAbove({ text }: UnitTree, { start }: Item, comment: string): TextEdit {
  // A comment behind a byte order mark is none to systemd, so the mark goes.
  const mark = text[start] === '\uFEFF' ? 1 : 0
  const indent = /^[ \t]*/.exec(text.slice(start + mark))![0]
  return { span: { start, end: start + mark }, newText: `${indent}${comment}${lineBreakOf(text)}` }
}

function commentStart(text: string, parser: string): number | undefined {
  const needsBlank = parser === 'exec' || parser === 'environ'
  let quote = ''
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    if (char === '\\') at++
    else if (quote) quote = char === quote ? '' : quote
    else if (char === '"' || char === "'") quote = char
    else if (char === '#' && at > 0 && isBlank(text[at - 1]) && (!needsBlank || isBlank(text[at + 1])))
      return at
  }
  return undefined
}

function isBlank(char: string | undefined): boolean {
  return char === undefined || char === ' ' || char === '\t'
}
