import { commands, type Disposable, Uri, window, workspace } from 'vscode'
import {
  type ExplainRuleParams,
  explainRule,
  listRules,
  type RuleSummary,
  type RuleText,
} from '../../server/src/protocol.ts'
import type { Session } from './session.ts'

const scheme = 'unitwright-rule'
const ending = '.md'
/** The page that lists the rules, under the name by which the rules' pages link to it. */
const index = 'README'

/** Serves the explanation of each rule as a document `unitwright-rule:/RULE.md`, made by the server, needing no network. */
export function registerRuleDocuments(session: Session): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent(uri) {
      const page = uri.path.slice(1, -ending.length)
      return page === index ? indexMarkdown(session) : ruleMarkdown(session, page)
    },
  })
}

/** The explanation of a rule as markdown. Fails where there is no such rule. */
export async function ruleMarkdown(session: Session, rule: string): Promise<string> {
  const answer = await session.request<RuleText | null>(explainRule, { rule } satisfies ExplainRuleParams)
  if (!answer) throw new Error(`there is no rule '${rule}'`)
  return answer.markdown
}

async function indexMarkdown(session: Session): Promise<string> {
  const rules = await session.request<readonly RuleSummary[]>(listRules)
  return `# Rules\n\n${rules.map(({ id, summary }) => `- [${id}](${id}${ending}): ${summary}\n`).join('')}`
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
