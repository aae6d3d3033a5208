import type { Fix } from './edit.ts'
import type { Span } from './span.ts'

/** From worst to mildest; an index into this list compares two of them. */
export const severities = ['error', 'warning', 'information', 'hint'] as const
export type Severity = (typeof severities)[number]

/**
 * Who says so. `verdict`: systemd or monit itself reports it. `trap`: they accept it and it bites at run time.
 * `advice`: it works and could be written better. `internal`: this program has a bug.
 */
export type DiagnosticKind = 'verdict' | 'trap' | 'advice' | 'internal'

export interface Diagnostic {
  readonly rule: string
  readonly kind: DiagnosticKind
  readonly severity: Severity
  readonly span: Span
  /** Plain text: lower-case start, no full stop, quotes the culprit, says what is accepted. */
  readonly message: string
  readonly fixes: readonly Fix[]
  /** How an editor may dim or strike the text through. */
  readonly tag?: 'deprecated' | 'unnecessary'
}

/** True where `severity` is as bad as `limit`, or worse. */
export function isAtLeast(severity: Severity, limit: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(limit)
}
