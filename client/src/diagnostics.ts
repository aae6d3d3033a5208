import { type Diagnostic, type TextDocument, Uri } from 'vscode'
import { type Middleware, vsdiag } from 'vscode-languageclient'
import { explainRuleCommand } from '../../server/src/protocol.ts'

/** Schemes of documents that show what a file once was; their problems can't be mended and aren't worth a list. */
const pastSchemes: ReadonlySet<string> = new Set([
  'git',
  'gitlens',
  'gitfs',
  'pr',
  'review',
  'vscode-local-history',
])

/**
 * What happens to findings on their way into the editor: the rule's name becomes a link to its explanation, and old
 * revisions of files, as in the left half of a comparison, get none.
 */
export const diagnosticsMiddleware: Middleware = {
  async provideDiagnostics(document, previousResultId, token, next) {
    if (isPast(document)) return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] }
    const report = await next(document, previousResultId, token)
    if (report?.kind === vsdiag.DocumentDiagnosticReportKind.full) report.items.forEach(linkRule)
    return report
  },
  handleDiagnostics(uri, diagnostics, next) {
    if (pastSchemes.has(uri.scheme)) return
    diagnostics.forEach(linkRule)
    next(uri, diagnostics)
  },
}

function isPast(document: TextDocument | Uri): boolean {
  return pastSchemes.has(document instanceof Uri ? document.scheme : document.uri.scheme)
}

function linkRule(diagnostic: Diagnostic): void {
  // Findings about this program itself have no page.
  if (typeof diagnostic.code !== 'string' || diagnostic.code.startsWith('internal/')) return
  const argument = encodeURIComponent(JSON.stringify([diagnostic.code]))
  diagnostic.code = {
    value: diagnostic.code,
    target: Uri.parse(`command:${explainRuleCommand}?${argument}`),
  }
}
