import { reportUnknownRules, unknownRuleText } from '../../lint/control-rules.ts'
import { monitRule } from './rule.ts'

export const unknownRule = monitRule({
  id: 'unknown-rule',
  kind: 'advice',
  severity: 'warning',
  docs: {
    ...unknownRuleText,
    bad: [{ file: 'monitrc', text: '# unitwright: allow gluedunit\nset daemon 30\n' }],
    good: [{ file: 'monitrc', text: '# unitwright: allow unused-allow\nset daemon 30\n' }],
    refs: ['[All rules](README.md)'],
  },
  on: {
    file(ctx, { controls }) {
      reportUnknownRules(ctx, controls)
    },
  },
})
