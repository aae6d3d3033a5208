import type { Condition } from '../model/test.ts'
import { monitManual, monitRule } from './rule.ts'
import { testValueOf } from './test-value.ts'

/** What has a hundredth of a whole at most; that of a process with its children may be more. */
const shares = /^(?:cpu(?:\(\w+\))?|memory|swap|space|inodes|saturation|filedescriptors)$/
/** What is never below nothing. */
const counts =
  /^(?:cpu(?:\(\w+\))?|total cpu|memory|total memory|swap|space|inodes|saturation|(?:total )?filedescriptors|threads|children|loadavg|uptime|size|hardlink|read|write|disk read|disk write|service time|(?:total )?(?:upload|download)|pagein|pageout)$/

export const impossibleTest = monitRule({
  id: 'impossible-test',
  kind: 'trap',
  severity: 'warning',
  reach: 'check',
  docs: {
    summary: 'a test that can never be true, or always is',
    why: 'monit does not look whether a limit can be reached. `if space usage > 100% then alert` says nothing on a full disk, as a full disk is at 100% and not above; `if memory usage < 100%` is true all the time.',
    bad: [
      {
        file: 'monitrc',
        text: 'check filesystem root with path /\n  if space usage > 100% then alert\n',
      },
      {
        file: 'monitrc',
        text: 'check process app with pidfile /run/app.pid\n  if memory >= 0% then alert\n',
      },
    ],
    good: [
      { file: 'monitrc', text: 'check filesystem root with path /\n  if space usage > 95% then alert\n' },
    ],
    refs: [monitManual('RESOURCE TESTS', 'RESOURCE-TESTS')],
  },
  on: {
    test(ctx, { test }) {
      if (test.statement.incomplete) return
      for (const condition of test.conditions) {
        const value = counts.test(condition.subject) ? testValueOf(ctx.document.tree, condition) : undefined
        if (!value) continue
        const most = value.isPercent && shares.test(condition.subject) ? 100 : Number.POSITIVE_INFINITY
        const outcome = outcomeOf(condition.operator, value.amount.value, most)
        if (!outcome) continue
        const limit = value.amount.value === 0 ? 'it is never below 0' : 'it is never above 100%'
        ctx.report({ start: condition.start, end: condition.end }, `this is ${outcome} true: ${limit}`)
      }
    },
  },
})

/** What comes out for every amount from 0 to `most`, both possible; undefined where it depends. */
function outcomeOf(
  operator: Condition['operator'],
  value: number,
  most: number,
): 'always' | 'never' | undefined {
  switch (operator) {
    case '>':
      return value >= most ? 'never' : undefined
    case '>=':
      return value > most ? 'never' : value === 0 ? 'always' : undefined
    case '<':
      return value === 0 ? 'never' : value > most ? 'always' : undefined
    case '<=':
      return value >= most ? 'always' : undefined
    case '=':
    case undefined:
      return value > most ? 'never' : undefined
    case '!=':
      return value > most ? 'always' : undefined
    default:
      return undefined
  }
}
