import { reportUnusedAllows, unusedAllowText } from '../../lint/control-rules.ts'
import { monitRule } from './rule.ts'

export const unusedAllow = monitRule({
  id: 'unused-allow',
  kind: 'advice',
  severity: 'hint',
  docs: {
    ...unusedAllowText,
    bad: [
      {
        file: 'monitrc',
        text: 'set daemon 30\n# unitwright: allow monit-syntax\nset log /var/log/monit.log\n',
      },
    ],
    good: [{ file: 'monitrc', text: 'set daemon 30\n# unitwright: allow monit-syntax\nset log monit.log\n' }],
    refs: ['[All rules](README.md)'],
  },
  on: {
    end(ctx, { document, found }) {
      reportUnusedAllows(ctx, document.tree.text, document.controls, found, ctx.undecided)
    },
  },
})
