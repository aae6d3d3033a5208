import { reportUnusedAllows, unusedAllowText } from '../../lint/control-rules.ts'
import { unitRule } from './rule.ts'

export const unusedAllow = unitRule({
  id: 'unused-allow',
  kind: 'advice',
  severity: 'hint',
  docs: {
    ...unusedAllowText,
    bad: [
      {
        file: 'web.service',
        text: '[Service]\n# unitwright: allow unknown-directive\nExecStart=/srv/web/run\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\n# unitwright: allow unknown-directive\nFutureKey=yes\n',
      },
    ],
    refs: ['[All rules](README.md)'],
  },
  on: {
    end(ctx, { document, found }) {
      reportUnusedAllows(ctx, document.tree.text, document.controls, found, ctx.undecided)
    },
  },
})
