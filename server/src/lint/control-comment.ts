import type { Diagnostic } from '../base/diagnostic.ts'
import type { Span } from '../base/span.ts'

/**
 * What a comment tells this program:
 * `# unitwright: allow RULE, RULE` silences rules for what follows; `# unitwright: instance=user` sets a fact.
 * Anything else behind the colon is `unclear`.
 */
export type ControlComment =
  | { readonly kind: 'allow'; readonly rules: readonly NamedRule[] }
  | {
      readonly kind: 'set'
      readonly key: string
      readonly keySpan: Span
      readonly value: string
      readonly valueSpan: Span
    }
  | { readonly kind: 'unclear'; readonly words: string; readonly span: Span }

/** A rule as a comment names it; there may be none of that name. */
export interface NamedRule {
  readonly id: string
  readonly span: Span
}

/** A comment that speaks to this program, and what it speaks of. */
export interface Control {
  readonly comment: ControlComment
  readonly span: Span
  readonly scope: Span
}

/** Findings of the named rules that start within `scope` are not shown. */
export interface Suppression {
  readonly rules: readonly string[]
  readonly scope: Span
}

const marker = /^[#;]\s*unitwright:\s*/

/**
 * Reads one comment.
 * @param text the comment from its `#` or `;` to the end of the line
 * @param at the offset of the comment, to which the spans of the answer are relative
 */
export function parseControlComment(text: string, at: number): ControlComment | undefined {
  const start = marker.exec(text)
  if (!start) return undefined
  const words = text.slice(start[0].length).trimEnd()
  const from = at + start[0].length
  const part = (word: string, index: number) => ({ start: from + index, end: from + index + word.length })
  const allow = /^allow\s+/.exec(words)
  if (allow) {
    const names = [...words.slice(allow[0].length).matchAll(/[^\s,]+/g)]
    const rules = names.map(({ 0: id, index }) => ({ id, span: part(id, allow[0].length + index) }))
    if (rules.length > 0) return { kind: 'allow', rules }
  }
  const set = /^([\w-]+)\s*=\s*(\S+)$/.exec(words)
  if (!set)
    return { kind: 'unclear', words, span: words === '' ? part(text, -start[0].length) : part(words, 0) }
  const [all, key = '', value = ''] = set
  return {
    kind: 'set',
    key,
    keySpan: part(key, 0),
    value,
    valueSpan: part(value, all.length - value.length),
  }
}

/** The findings that no suppression covers. */
export function withoutSuppressed(
  diagnostics: readonly Diagnostic[],
  suppressions: readonly Suppression[],
): readonly Diagnostic[] {
  if (suppressions.length === 0) return diagnostics
  return diagnostics.filter(
    ({ rule, span }) =>
      !suppressions.some(
        ({ rules, scope }) => span.start >= scope.start && span.start < scope.end && rules.includes(rule),
      ),
  )
}
