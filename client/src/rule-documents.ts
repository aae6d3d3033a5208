import { commands, type Disposable, Uri, window, workspace } from 'vscode'
import { type ExplainRuleParams, explainRule, type RuleText } from '../../server/src/protocol.ts'
import type { Session } from './session.ts'

const scheme = 'unitwright-rule'
const ending = '.md'

/** Serves the explanation of each rule as a document `unitwright-rule:/RULE.md`, made by the server, needing no network. */
export function registerRuleDocuments(session: Session): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (uri) => ruleMarkdown(session, uri.path.slice(1, -ending.length)),
  })
}

/** The explanation of a rule as markdown. Fails where there is no such rule. */
export async function ruleMarkdown(session: Session, rule: string): Promise<string> {
  const answer = await session.request<RuleText | null>(explainRule, { rule } satisfies ExplainRuleParams)
  if (!answer) throw new Error(`there is no rule '${rule}'`)
  return answer.markdown
}

/** Shows the explanation of a rule, rendered where the editor can render markdown. */
export async function openRule(rule: string): Promise<void> {
  const uri = Uri.from({ scheme, path: `/${rule}${ending}` })
  try {
    await commands.executeCommand('markdown.showPreview', uri)
  } catch {
    // The built-in extension that renders markdown is switched off.
    await window.showTextDocument(uri, { preview: true })
  }
}
