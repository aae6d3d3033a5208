import type { Severity } from '../../base/diagnostic.ts'
import type { Fix } from '../../base/edit.ts'
import { type CommentPart, moveComment } from '../edit/comment.ts'
import { spanIn, type Value } from '../syntax/value.ts'
import { commentBehind } from '../values/index.ts'
import type { ValueProblem, ValueRuleId } from '../values/problem.ts'
import { emptyInstance, hasNoInstance, instanceSpecifier } from './empty-instance.ts'
import type { Known, UnitContext } from './rule.ts'

/** The hook of a rule that reports what the values' own grammars find, as far as it is of this rule. */
export function reportValues(rule: ValueRuleId): (ctx: UnitContext, known: Known) => void {
  return (ctx, known) => {
    const problems = ctx.problems(known).filter((problem) => problem.rule === rule)
    if (problems.length === 0) return
    const value = ctx.value(known.assignment)
    const place = { directive: known.directive, version: ctx.target.version, manager: ctx.target.manager }
    // What systemd only remarks on it takes as it is, comment and all.
    const isRemark = problems.every(({ effect }) => effect === 'noticed')
    const comment = rule === 'legacy-value' || isRemark ? undefined : commentBehind(value, place)
    // A comment may be several wrong words, and still is one mistake.
    if (comment) reportComment(ctx, known, value, comment, severityOf(worstOf(problems)))
    else for (const problem of problems) report(ctx, known, value, problem)
  }
}

function report(ctx: UnitContext, { assignment }: Known, value: Value, problem: ValueProblem): void {
  const { identity } = ctx.document
  // An empty value has nothing to underline but its directive.
  const span = value.text === '' ? assignment.keySpan : spanIn(value, problem.from, problem.to)
  const fixes = (problem.replacements ?? []).map(
    (text): Fix => ({
      title: `Change to ${text}`,
      safe: problem.safe === true,
      edits: [{ span, newText: text }],
    }),
  )
  const specifier = instanceSpecifier(value.text.slice(problem.from, problem.to))
  const isEmpty = specifier !== undefined && problem.effect !== 'noticed' && hasNoInstance(identity)
  const message = isEmpty ? `${problem.message}; ${emptyInstance(specifier, identity)}` : problem.message
  ctx.report(span, message, {
    fixes: value.text === '' ? [] : fixes,
    ...severityOf(problem),
    ...(problem.rule.startsWith('legacy-') ? { tag: 'deprecated' } : {}),
  })
}

function severityOf({ effect }: ValueProblem): { severity?: Severity } {
  switch (effect) {
    case 'refused':
      return { severity: 'error' }
    case 'noticed':
      return { severity: 'information' }
    default:
      return {}
  }
}

function worstOf(problems: readonly ValueProblem[]): ValueProblem {
  return problems.find(({ effect }) => effect === 'refused') ?? problems[0]!
}

function reportComment(
  ctx: UnitContext,
  { assignment }: Known,
  value: Value,
  comment: CommentPart,
  severity: { severity?: Severity },
): void {
  const read = value.text.slice(comment.from, comment.to)
  ctx.report(
    spanIn(value, comment.from, comment.to),
    `a comment can't stand behind a value; systemd takes '${read}' as part of it and refuses it`,
    {
      fixes: [
        {
          title: 'Move the comment to a line of its own',
          safe: true,
          edits: moveComment(ctx.document.tree, assignment, value, comment),
        },
      ],
      ...severity,
    },
  )
}
