import { man, unitRule } from './rule.ts'

export const missingDirectiveName = unitRule({
  id: 'missing-directive-name',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary: 'an assignment with nothing before its `=`',
    why: "systemd logs `Missing key name before '='` and ignores the line.",
    bad: [{ file: 'web.service', text: '[Service]\n=/srv/web/run\n' }],
    good: [{ file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\n' }],
    refs: [man('systemd.syntax')],
  },
  on: {
    stray(ctx, { assignment }) {
      if (assignment.key !== '') return
      const { equals, valueSpan } = assignment
      ctx.report(
        { start: equals, end: Math.max(valueSpan.end, equals + 1) },
        "a name is missing before '='; the line is ignored",
      )
    },
  },
})
