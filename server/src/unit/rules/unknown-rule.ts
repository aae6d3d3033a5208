import { nearest } from '../../base/nearest.ts'
import { unitRule } from './rule.ts'

export const unknownRule = unitRule({
  id: 'unknown-rule',
  kind: 'advice',
  severity: 'warning',
  docs: {
    summary: 'a comment that silences a rule which does not exist',
    why: 'A misspelt name silences nothing, and the finding that it was written for comes as before. A rule may also have gone or got another name since.',
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
      for (const { comment } of controls) {
        if (comment.kind !== 'allow') continue
        for (const { id, span } of comment.rules) {
          if (ctx.ruleIds.includes(id)) continue
          const guess = nearest(id, ctx.ruleIds)
          ctx.report(
            span,
            `there is no rule '${id}'; ${guess ? `did you mean '${guess}'?` : 'this silences nothing'}`,
            guess
              ? { fixes: [{ title: `Change to ${guess}`, safe: true, edits: [{ span, newText: guess }] }] }
              : {},
          )
        }
      }
    },
  },
})
