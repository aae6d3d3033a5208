import type { Span } from './span.ts'

/** Replaces a span of one text. */
export interface TextEdit {
  readonly span: Span
  readonly newText: string
}

/**
 * A way to mend a finding. A `safe` fix keeps or restores what the author plainly meant and is applied by fix-all and
 * `--fix`; the others are suggestions that a person picks.
 */
export interface Fix {
  readonly title: string
  readonly safe: boolean
  readonly edits: readonly TextEdit[]
}

/** Applies edits that do not overlap, in any order given. Edits at one place are applied in their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  let result = ''
  let at = 0
  for (const edit of ordered) {
    if (edit.span.start < at) throw new RangeError(`overlapping edits at offset ${edit.span.start}`)
    result += text.slice(at, edit.span.start) + edit.newText
    at = edit.span.end
  }
  return result + text.slice(at)
}

/** True where the two sets of edits could not be applied together. */
export function editsConflict(a: readonly TextEdit[], b: readonly TextEdit[]): boolean {
  return a.some((left) => b.some((right) => overlaps(left.span, right.span)))
}

function overlaps(a: Span, b: Span): boolean {
  // Two insertions at one place, or an insertion at the edge of a replacement, leave their order open: a conflict.
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end
  return a.start < b.end && b.start < a.end
}
