import type { Fix } from '../../base/edit.ts'
import { moveComment } from '../edit/comment.ts'
import { type Value, spanIn } from '../syntax/value.ts'
import { commentBehind } from '../values/index.ts'
import type { Place, ValueProblem, ValueRuleId } from '../values/problem.ts'
import type { Known, UnitContext } from './rule.ts'

/** The hook of a rule that reports what the values' own grammars find, as far as it is of this rule. */
export function reportValues(rule: ValueRuleId): (ctx: UnitContext, known: Known) => void {
  return (ctx, known) => {
    for (const problem of ctx.problems(known)) {
      if (problem.rule === rule) report(ctx, known, problem)
    }
  }
}

function report(ctx: UnitContext, { assignment, directive }: Known, problem: ValueProblem): void {
  const value = ctx.value(assignment)
  const place = { directive, version: ctx.target.version, manager: ctx.target.manager }
  const comment = problem.rule === 'legacy-value' ? undefined : commentBehind(value.text, place)
  if (comment !== undefined) {
    ctx.report(spanIn(value, comment, value.text.length), commentMessage(value, comment, place), {
      fixes: [
        {
          title: 'Move the comment to a line of its own',
          safe: true,
          edits: moveComment(ctx.document.tree, assignment, value, comment),
        },
      ],
    })
    return
  }
  // An empty value has nothing to underline but its directive.
  const span = value.text === '' ? assignment.keySpan : spanIn(value, problem.from, problem.to)
  const fixes = (problem.replacements ?? []).map(
    (text): Fix => ({
      title: `Change to ${text}`,
      safe: problem.safe === true,
      edits: [{ span, newText: text }],
    }),
  )
  ctx.report(span, problem.message, {
    fixes: value.text === '' ? [] : fixes,
    ...(problem.rule === 'legacy-value' ? { tag: 'deprecated' } : {}),
  })
}

function commentMessage(value: Value, comment: number, { directive }: Place): string {
  const kept = value.text.slice(0, comment).trimEnd()
  return `a comment can't stand behind a value; systemd reads '${value.text}' instead of '${kept}' and ignores '${directive.name}='`
}
