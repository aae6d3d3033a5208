import type { ExplainedRule } from '../lint/explain.ts'
import { monitRules } from '../monit/rules/index.ts'
import { unitRules } from '../unit/rules/index.ts'
import { acrossRules } from './rules/index.ts'
import { unitAcrossRules } from './unit-rules/index.ts'

/** Every rule of every language, by id. What two languages have alike is told once. */
export const allRules: readonly ExplainedRule[] = [
  ...new Map(
    [...monitRules, ...unitRules, ...acrossRules, ...unitAcrossRules].map(
      (rule) => [rule.id, rule as ExplainedRule] as const,
    ),
  ).values(),
].sort((a, b) => (a.id < b.id ? -1 : 1))
