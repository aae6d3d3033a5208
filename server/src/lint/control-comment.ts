import type { Diagnostic } from '../base/diagnostic.ts'
import type { Span } from '../base/span.ts'

/**
 * What a comment tells this program:
 * `# unitwright: allow RULE, RULE` silences rules for what follows; `# unitwright: instance=user` sets a fact.
 */
export type ControlComment =
  | { readonly kind: 'allow'; readonly rules: readonly { readonly id: string; readonly span: Span }[] }
  | { readonly kind: 'set'; readonly key: string; readonly value: string }

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
  const rest = text.slice(start[0].length)
  const allow = /^allow\s+/.exec(rest)
  if (allow) {
    const from = at + start[0].length + allow[0].length
    const rules = [...rest.slice(allow[0].length).matchAll(/[^\s,]+/g)].map((match) => ({
      id: match[0],
      span: { start: from + match.index, end: from + match.index + match[0].length },
    }))
    return { kind: 'allow', rules }
  }
  const set = /^([\w-]+)\s*=\s*(\S+)\s*$/.exec(rest)
  return set ? { kind: 'set', key: set[1]!, value: set[2]! } : undefined
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
