import type { Fix } from '../../base/edit.ts'
import type { Condition, Test } from '../model/test.ts'
import type { MonitTree } from '../syntax/tree.ts'
import { endOfStatement } from './command-words.ts'
import { monitManual, monitRule } from './rule.ts'
import { holdsTag } from './tags.ts'

export const joinedConditions = monitRule({
  id: 'joined-conditions',
  kind: 'trap',
  severity: 'warning',
  reach: 'check',
  docs: {
    summary: 'several conditions in one test, of which monit keeps the last one only',
    why: 'monit skips `and` and `or` as it skips `is` and `the`. Of `if cpu > 80% and memory > 50% then alert` only the memory is tested, and no message tells. A test has one condition: write one test for each where either should act. That both must hold can not be said in one; a script can, in `check program`.',
    bad: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  if cpu > 80% or memory > 50% then alert\n',
      },
    ],
    good: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  if cpu > 80% then alert\n  if memory > 50% then alert\n',
      },
    ],
    refs: [monitManual('RESOURCE TESTS', 'RESOURCE-TESTS')],
  },
  on: {
    test(ctx, { test }) {
      const { conditions } = test
      if (conditions.length < 2) return
      const { tree } = ctx.document
      const last = conditions.at(-1)!
      const lost = conditions.slice(0, -1)
      const joiners = joinersOf(tree, test)
      const isEither = joiners.length === lost.length && joiners.every((word) => word === 'or')
      const kept = tree.text.slice(last.start, last.end)
      ctx.report(
        { start: lost[0]!.start, end: lost.at(-1)!.end },
        isEither
          ? `monit skips 'or' and tests the last condition only, '${kept}'; write a test for each`
          : `monit can't join conditions: it tests the last one only, '${kept}', and acts on it alone`,
        { fixes: isEither ? split(tree, test) : [] },
      )
    },
  },
})

function joinersOf({ text }: MonitTree, { joiners }: Test): readonly string[] {
  return joiners.map(({ start, end }) => text.slice(start, end).toLowerCase())
}

/** One test for each condition, with the same rate and action. */
function split(tree: MonitTree, test: Test): readonly Fix[] {
  const { conditions, action } = test
  const { text, comments } = tree
  const last = conditions.at(-1)!
  const end = endOfStatement(tree, test.statement)
  const span = { start: test.start, end }
  const hasComment = comments.some((comment) => comment.start >= span.start && comment.end <= span.end)
  if (!action || test.statement.incomplete || hasComment || holdsTag(tree, span)) return []
  const lineBreak = text[text.indexOf('\n', end) - 1] === '\r' ? '\r\n' : '\n'
  const tail = text.slice(last.end, end)
  const write = ({ start, end: stop }: Condition) => `if ${text.slice(start, stop)}${tail}`
  const newText = conditions.map(write).join(`${lineBreak}${indentOf(text, test.start)}`)
  return [{ title: 'Write a test for each condition', safe: false, edits: [{ span, newText }] }]
}

function indentOf(text: string, offset: number): string {
  const line = text.lastIndexOf('\n', offset - 1) + 1
  return /^[ \t]*/.exec(text.slice(line, offset))![0]
}
