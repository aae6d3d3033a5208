import { reportUnknownRules, unknownRuleText } from '../../lint/control-rules.ts'
import { unitRule } from './rule.ts'

export const unknownRule = unitRule({
  id: 'unknown-rule',
  kind: 'advice',
  severity: 'warning',
  docs: {
    ...unknownRuleText,
    bad: [
      {
        file: 'web.service',
        text: '[Service]\n# unitwright: allow traling-comment\nExecStart=/srv/web/run # 1\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\n# unitwright: allow trailing-comment\nExecStart=/srv/web/run # 1\n',
      },
    ],
    refs: ['[All rules](README.md)'],
  },
  on: {
    file(ctx, { controls }) {
      reportUnknownRules(ctx, controls)
    },
  },
})
