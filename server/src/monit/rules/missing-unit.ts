import { monitManual, monitRule } from './rule.ts'
import { testValueOf } from './test-value.ts'

const sizes = /^(?:memory|total memory|swap|space)$/
/** Fewer bytes than this nobody means: no program runs in them. */
const leastBytes = 100_000

export const missingUnit = monitRule({
  id: 'missing-unit',
  kind: 'trap',
  severity: 'warning',
  reach: 'check',
  docs: {
    summary: 'an amount of memory or space without `%` or `MB`, which monit counts in bytes',
    why: 'Without a unit an amount of memory, swap or disk space is a number of bytes, and one of inodes a number of inodes. `if memory usage > 80` is true as soon as a program runs, so that its restart is done in each cycle; `if space free < 10` is never true.',
    bad: [{ file: 'monitrc', text: 'check system host\n  if memory usage > 80 then alert\n' }],
    good: [
      {
        file: 'monitrc',
        text: 'check system host\n  if memory usage > 80% then alert\n  if swap usage > 500 MB then alert\n',
      },
    ],
    refs: [monitManual('RESOURCE TESTS', 'RESOURCE-TESTS')],
  },
  on: {
    test(ctx, { test }) {
      if (test.statement.incomplete) return
      for (const condition of test.conditions) {
        const isInodes = condition.subject === 'inodes'
        if (!isInodes && !sizes.test(condition.subject)) continue
        const value = testValueOf(ctx.document.tree, condition)
        if (!value || value.isPercent || value.hasUnit) continue
        const { amount } = value
        if (amount.value === 0 || amount.value > (isInodes ? 100 : leastBytes)) continue
        const insert = (unit: string) => ({
          title: `Add '${unit.trim()}'`,
          safe: false,
          edits: [{ span: { start: amount.end, end: amount.end }, newText: unit }],
        })
        const fixes = [...(amount.value <= 100 ? [insert('%')] : []), ...(isInodes ? [] : [insert(' MB')])]
        const unit = isInodes ? 'inodes' : 'bytes'
        ctx.report(
          { start: amount.start, end: amount.end },
          `without a unit this is ${amount.value} ${unit}; accepted: ${isInodes ? '%' : '%, kB, MB, GB'}`,
          { fixes },
        )
      }
    },
  },
})
