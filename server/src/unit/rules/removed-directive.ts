import { statusAt } from '../data/directives.ts'
import { modernize, replacementOf } from '../edit/modernize.ts'
import { man, unitRule } from './rule.ts'

export const removedDirective = unitRule({
  id: 'removed-directive',
  kind: 'verdict',
  severity: 'warning',
  wants: ({ removedIn }) => removedIn !== undefined,
  docs: {
    summary: 'a directive that the target version of systemd no longer has',
    why: 'systemd still recognises the name, logs that support was removed, and ignores the line. A memory limit written as `MemoryLimit=` is no limit at all since systemd 258.',
    bad: [{ file: 'web.service', version: 262, text: '[Service]\nExecStart=/srv/web/run\nMemoryLimit=1G\n' }],
    good: [{ file: 'web.service', version: 262, text: '[Service]\nExecStart=/srv/web/run\nMemoryMax=1G\n' }],
    refs: [man('systemd.resource-control'), man('systemd.directives')],
  },
  on: {
    known(ctx, { assignment, directive }) {
      const { version } = ctx.target
      if (statusAt(directive, version) !== 'removed') return
      const { tree } = ctx.document
      const value = tree.text.slice(assignment.valueSpan.start, assignment.valueSpan.end)
      const gone =
        (directive.removedIn ?? 0) <= 252
          ? 'was removed long ago'
          : `was removed in systemd ${directive.removedIn}`
      ctx.report(
        assignment.keySpan,
        `'${directive.name}=' ${gone} and is ignored${replacementOf(directive, value)}`,
        {
          tag: 'deprecated',
          fixes: modernize(tree, assignment, directive),
        },
      )
    },
  },
})
