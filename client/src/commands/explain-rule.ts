import { type QuickPickItem, window } from 'vscode'
import { listRules, type RuleSummary } from '../../../server/src/protocol.ts'
import { openRule, ruleMarkdown } from '../rule-documents.ts'
import type { Command, CommandContext } from './command.ts'
import { commandIds } from './ids.ts'

/** Shows the documentation of a rule: the one named by the argument, or one the person picks. */
export const explainRule: Command = {
  id: commandIds.explainRule,
  failure: 'the rule could not be explained',
  async run(ctx, argument) {
    const rule = typeof argument === 'string' ? argument : await pickRule(ctx)
    if (rule === undefined) return
    // Asked for beforehand, since the preview of a document that can't be had is an empty page without a reason.
    await ruleMarkdown(ctx.session, rule)
    await openRule(rule)
  },
}

async function pickRule({ session }: CommandContext): Promise<string | undefined> {
  const items = session
    .request<readonly RuleSummary[]>(listRules)
    .then((rules) => rules.map(({ id, summary }): QuickPickItem => ({ label: id, detail: summary })))
  const picked = await window.showQuickPick(items, {
    title: 'Explain rule',
    placeHolder: 'a rule, or words of what it reports',
    matchOnDetail: true,
  })
  return picked?.label
}
