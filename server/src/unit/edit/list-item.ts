import type { TextEdit } from '../../base/edit.ts'
import type { Assignment } from '../syntax/tree.ts'
import { spanIn, type Value } from '../syntax/value.ts'

/** A part of a value that is a list; indices into its text. */
export interface ListItem {
  readonly from: number
  readonly to: number
}

/** The edit that takes an item out of a list with the blanks beside it, or the whole assignment where it is alone. */
export function removeItem(assignment: Assignment, value: Value, { from, to }: ListItem): TextEdit {
  const next = /^\s*/.exec(value.text.slice(to))![0].length + to
  if (next < value.text.length) {
    return {
      span: { start: spanIn(value, from, from).start, end: spanIn(value, next, next).start },
      newText: '',
    }
  }
  const before = value.text.slice(0, from).trimEnd().length
  if (before === 0) return removeLine(assignment)
  return { span: { start: spanIn(value, 0, before).end, end: spanIn(value, from, to).end }, newText: '' }
}

/** The edit that takes out an assignment, with all its physical lines. */
export function removeLine({ start, end }: Assignment): TextEdit {
  return { span: { start, end }, newText: '' }
}
