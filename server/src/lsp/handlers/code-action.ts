import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Diagnostic,
  type Position,
  type Range,
} from 'vscode-languageserver'
import type * as engine from '../../base/diagnostic.ts'
import type { Span } from '../../base/span.ts'
import { explainRuleCommand } from '../../protocol.ts'
import { fixAllKind } from '../capabilities.ts'
import { offsetOf, toDiagnostic, toWorkspaceEdit } from '../convert.ts'
import type { Opened, Session } from '../session.ts'
import { allowRule } from './allow-rule.ts'
import { fixAllEdits } from './fix-all.ts'

/** What can be done about the findings in a range, and about all of them at once. */
export async function codeAction(
  session: Session,
  params: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[] | null> {
  const opened = await session.open(params.textDocument.uri)
  if (!opened || token.isCancellationRequested) return null
  const { only, triggerKind } = params.context
  const actions = wants(only, CodeActionKind.QuickFix) ? quickFixes(session, opened, params) : []
  if (token.isCancellationRequested) return null
  // Editors ask by themselves wherever the cursor goes; an action for the whole file is of no use there.
  const asked = only ? wants(only, fixAllKind) : triggerKind !== CodeActionTriggerKind.Automatic
  return asked ? [...actions, ...fixAllAction(session, opened)] : actions
}

function quickFixes(session: Session, opened: Opened, { range, context }: CodeActionParams): CodeAction[] {
  const { text } = opened.document
  const start = offsetOf(text, range.start)
  if (start === undefined) return []
  const within: Span = { start, end: Math.max(start, offsetOf(text, range.end) ?? text.getText().length) }
  const findings = session.findings(opened.document).filter(({ span }) => meets(span, within))
  const link = (finding: engine.Diagnostic) => linked(toDiagnostic(text, finding), context.diagnostics)
  return [
    ...findings.flatMap((finding) => fixActions(session, opened, finding, link(finding))),
    ...firstOfEach(findings).flatMap((finding) => ruleActions(session, opened, finding, link(finding))),
  ]
}

function fixActions(
  session: Session,
  { document }: Opened,
  { fixes }: engine.Diagnostic,
  diagnostic: Diagnostic,
): CodeAction[] {
  const onlySafe = fixes.filter(({ safe }) => safe).length === 1
  return fixes.map(({ title, safe, edits }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(safe && onlySafe ? { isPreferred: true } : {}),
    edit: toWorkspaceEdit(document.text, edits, session.features),
  }))
}

/** What can be done about a rule itself: silence it, read about it. */
function ruleActions(
  session: Session,
  { document, source }: Opened,
  { rule, kind, span }: engine.Diagnostic,
  diagnostic: Diagnostic,
): CodeAction[] {
  // Such a finding is about this program; there is nothing to silence or to read.
  if (kind === 'internal') return []
  const common = { kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] }
  const actions: CodeAction[] = []
  const allowance = allowRule(source, rule, span)
  if (allowance) {
    const edit = toWorkspaceEdit(document.text, [allowance.edit], session.features)
    actions.push({ ...common, title: allowance.title, edit })
  }
  if (session.isOwnClient) {
    const title = `Explain '${rule}'`
    actions.push({ ...common, title, command: { title, command: explainRuleCommand, arguments: [rule] } })
  }
  return actions
}

function fixAllAction(session: Session, opened: Opened): CodeAction[] {
  const edits = fixAllEdits(session, opened)
  if (edits.length === 0) return []
  return [
    {
      title: 'Apply all safe fixes',
      kind: fixAllKind,
      edit: toWorkspaceEdit(opened.document.text, edits, session.features),
    },
  ]
}

/** Kinds are a tree: who asks for `source` wants `source.fixAll.unitwright` too. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return !only || only.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`))
}

function meets(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end
}

/** The client's own diagnostic where it sent the one we mean, so that it knows it again. */
function linked(own: Diagnostic, sent: readonly Diagnostic[] | undefined): Diagnostic {
  return sent?.find(({ code, range }) => code === own.code && samePlace(range, own.range)) ?? own
}

function samePlace(a: Range, b: Range): boolean {
  const same = (left: Position, right: Position) =>
    left.line === right.line && left.character === right.character
  return same(a.start, b.start) && same(a.end, b.end)
}

/** One finding of each rule: what can be done about a rule is offered once. */
function firstOfEach(findings: readonly engine.Diagnostic[]): readonly engine.Diagnostic[] {
  return [...new Map([...findings].reverse().map((finding) => [finding.rule, finding])).values()].reverse()
}
