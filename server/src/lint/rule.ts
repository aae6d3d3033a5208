import type { Diagnostic, DiagnosticKind, Severity } from '../base/diagnostic.ts'
import type { Fix } from '../base/edit.ts'
import type { Span } from '../base/span.ts'

/** An example of a rule's documentation; it runs as a test. `file` is the name under which it is checked. */
export interface Example {
  readonly file: string
  readonly text: string
  /** Where the example needs one: the systemd version it is checked for. */
  readonly version?: number
  /** Where the example needs one: the monit version it is checked for. */
  readonly monitVersion?: string
  /** The other files that the example needs around it. */
  readonly beside?: readonly { readonly file: string; readonly text: string }[]
}

export interface RuleDocs {
  /** One line: what is reported. */
  readonly summary: string
  /** What the program does about it and what the person sees. Markdown. */
  readonly why: string
  readonly bad: readonly Example[]
  readonly good: readonly Example[]
  /** Manual pages and links, as markdown. */
  readonly refs: readonly string[]
}

/**
 * What every rule has, whatever language it reads; `On` is the language's set of hooks, `Subject` what its events are
 * about, where that says at once which rules care.
 */
export interface Rule<On, Subject = never> {
  readonly id: string
  /** The program whose files it reads: systemd unless told otherwise. */
  readonly program?: 'monit'
  readonly kind: DiagnosticKind
  readonly severity: Severity
  readonly docs: RuleDocs
  /** Of which subjects the hooks want to hear; of all where this is absent. Asked once for each subject. */
  readonly wants?: (subject: Subject) => boolean
  readonly on: On
}

/** Options of one finding. */
export interface ReportOptions {
  readonly fixes?: readonly Fix[]
  readonly tag?: 'deprecated' | 'unnecessary'
  /** Where this finding is worse or milder than its rule usually is. */
  readonly severity?: Severity
  /** Where systemd or monit itself speaks of this finding, and of others of the rule does not. */
  readonly kind?: DiagnosticKind
}

/** How rules say what they found. */
export interface Reporter {
  report(span: Span, message: string, options?: ReportOptions): void
}

/** A hook of a rule that threw, as a finding: the rule is out for this file, the others go on. */
export function ruleCrashed(id: string, span: Span, error: unknown): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error)
  return {
    rule: 'internal/rule-crashed',
    kind: 'internal',
    severity: 'information',
    span,
    message: `the rule '${id}' failed on this file: ${reason}`,
    fixes: [],
  }
}
