import { monitManual, monitRule } from './rule.ts'
import { testValueOf } from './test-value.ts'

/** What never stays at one value for long, so that nobody asks for exactly that. */
const measured =
  /^(?:cpu(?:\(\w+\))?|total cpu|memory|total memory|swap|space|inodes|saturation|loadavg|read|write|disk read|disk write|service time|(?:total )?(?:upload|download)|pagein|pageout|uptime|timestamp)$/

export const missingOperator = monitRule({
  id: 'missing-operator',
  kind: 'trap',
  severity: 'warning',
  reach: 'check',
  docs: {
    summary: 'a limit without `>` or `<`, which monit takes for “exactly”',
    why: 'Without an operator monit compares for equality: `if cpu usage 80%` is true at 80.0% and neither at 79 nor at 99. Words such as `is`, `of` and `than` are skipped and say nothing.',
    bad: [{ file: 'monitrc', text: 'check system host\n  if cpu usage 80% for 5 cycles then alert\n' }],
    good: [
      { file: 'monitrc', text: 'check system host\n  if cpu usage > 80% for 5 cycles then alert\n' },
      { file: 'monitrc', text: 'check system host\n  if cpu usage is greater than 80% then alert\n' },
    ],
    refs: [monitManual('RESOURCE TESTS', 'RESOURCE-TESTS')],
  },
  on: {
    test(ctx, { test }) {
      if (test.statement.incomplete) return
      const { tree } = ctx.document
      for (const condition of test.conditions) {
        if (condition.operator !== undefined || !measured.test(condition.subject)) continue
        const value = testValueOf(tree, condition)
        if (!value) continue
        const { start } = value.amount
        const sign = isLimitFromBelow(condition.subject, tree.text.slice(condition.start, start)) ? '<' : '>'
        const number = tree.text.slice(start, condition.end)
        ctx.report(
          { start: condition.start, end: condition.end },
          `without '>' or '<' this is true at exactly ${number} only`,
          {
            fixes: [
              {
                title: `Insert '${sign}'`,
                safe: false,
                edits: [{ span: { start, end: start }, newText: `${sign} ` }],
              },
            ],
          },
        )
      }
    },
  },
})

/** Of what is left one is warned when it gets little. */
function isLimitFromBelow(subject: string, words: string): boolean {
  return subject === 'uptime' || /\bfree\b/i.test(words)
}
