import { parserAt, statusAt } from '../data/directives.ts'
import { commentIn, moveComment } from '../edit/comment.ts'
import { tagOver } from '../syntax/tree.ts'
import { spanIn } from '../syntax/value.ts'
import type { ValueProblem } from '../values/problem.ts'
import { man, unitRule } from './rule.ts'

/** Parsers whose value is free text or a pattern, where a `#` is as good as any letter. */
const freeText: ReadonlySet<string> = new Set([
  'unit_string_printf',
  'string',
  'exec_input_text',
  'exec_input_data',
  'log_filter_patterns',
  'log_extra_fields',
  'set_credential',
  'unit_condition_string',
  'documentation',
])

export const trailingComment = unitRule({
  id: 'trailing-comment',
  kind: 'trap',
  severity: 'warning',
  docs: {
    summary: 'a comment at the end of a value',
    why: 'systemd knows comments only at the start of a line. Behind a value the `#` and all that follows belong to the value: a command gets them as arguments, a path ends in them, a list has them as items.',
    bad: [{ file: 'web.service', text: '[Service]\nExecStart=/srv/web/run # the app\n' }],
    good: [{ file: 'web.service', text: '[Service]\n# the app\nExecStart=/srv/web/run\n' }],
    refs: [man('systemd.syntax')],
  },
  on: {
    known(ctx, known) {
      const { assignment, directive } = known
      const { tree } = ctx.document
      const { version } = ctx.target
      const value = ctx.value(assignment)
      if (!value.text.includes('#') || statusAt(directive, version) !== 'known') return
      const parser = parserAt(directive, version)
      if (freeText.has(parser)) return
      // Where systemd minds the value, the rule for such values says so, with the same fix.
      const minds = ({ rule, effect }: ValueProblem) => !rule.startsWith('legacy-') && effect !== 'noticed'
      if (ctx.problems(known).some(minds)) return
      const comment = commentIn(value, parser)
      if (!comment) return
      const span = spanIn(value, comment.from, comment.to)
      // Ruby and Jinja have comments of their own.
      if (tagOver(tree.tags, span.start)) return
      ctx.report(span, "a comment can't stand behind a value; systemd takes this as part of it", {
        fixes: [
          {
            title: 'Move the comment to a line of its own',
            safe: false,
            edits: moveComment(tree, assignment, value, comment),
          },
        ],
      })
    },
  },
})
