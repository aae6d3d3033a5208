import { explain } from '../../lint/explain.ts'
import type { ExplainRuleParams, RuleSummary, RuleText } from '../../protocol.ts'
import { allRules } from '../../workspace/rules.ts'

/** The documentation of a rule; null for an id that is none. */
export function explainRule({ rule }: ExplainRuleParams): RuleText | null {
  const found = allRules.find(({ id }) => id === rule)
  return found ? { markdown: explain(found) } : null
}

/** Every rule with its line of documentation. */
export function listRules(): RuleSummary[] {
  return allRules.map(({ id, docs }) => ({ id, summary: docs.summary }))
}
