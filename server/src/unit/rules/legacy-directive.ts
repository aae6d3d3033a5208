import { statusAt } from '../data/directives.ts'
import { modernize, replacementOf } from '../edit/modernize.ts'
import { man, unitRule } from './rule.ts'

export const legacyDirective = unitRule({
  id: 'legacy-directive',
  kind: 'advice',
  severity: 'hint',
  docs: {
    summary: 'an old spelling that systemd still understands',
    why: 'Directives were renamed and moved over the years. The old names keep working, are in no manual, and may go in a later version.',
    bad: [
      { file: 'web.service', version: 257, text: '[Unit]\nBindTo=db.service\n' },
      { file: 'web.service', version: 257, text: '[Service]\nExecStart=/srv/web/run\nStartLimitInterval=30\n' },
    ],
    good: [{ file: 'web.service', version: 257, text: '[Unit]\nBindsTo=db.service\nStartLimitIntervalSec=30\n' }],
    refs: [man('systemd.unit')],
  },
  on: {
    known(ctx, { assignment, directive }) {
      if (!directive.legacy || statusAt(directive, ctx.target.version) !== 'known') return
      ctx.report(assignment.keySpan, `'${directive.name}=' is an old spelling${replacementOf(directive)}`, {
        tag: 'deprecated',
        fixes: modernize(ctx.document.tree, assignment, directive),
      })
    },
  },
})
