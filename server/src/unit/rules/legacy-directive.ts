import { type Directive, parserAt, statusAt } from '../data/directives.ts'
import { modernize, replacementOf } from '../edit/modernize.ts'
import { man, unitRule } from './rule.ts'

/** Parsers that log a warning whenever they meet an old directive; the others read it in silence. */
const warning: ReadonlySet<string> = new Set([
  'cpu_shares',
  'memory_limit',
  'blockio_device_weight',
  'blockio_bandwidth',
  'obsolete_unit_deps',
])

export const legacyDirective = unitRule({
  id: 'legacy-directive',
  kind: 'advice',
  severity: 'hint',
  wants: ({ legacy }) => legacy !== undefined,
  docs: {
    summary: 'an obsolete directive that systemd still understands',
    why: 'Directives were renamed and moved over the years. The old names keep working for now, are in no manual, and may go in a later version; for some of them systemd logs a warning at every load.',
    bad: [
      { file: 'web.service', version: 257, text: '[Unit]\nBindTo=db.service\n' },
      {
        file: 'web.service',
        version: 257,
        text: '[Service]\nExecStart=/srv/web/run\nStartLimitInterval=30\n',
      },
    ],
    good: [
      { file: 'web.service', version: 257, text: '[Unit]\nBindsTo=db.service\nStartLimitIntervalSec=30\n' },
    ],
    refs: [man('systemd.unit')],
  },
  on: {
    known(ctx, { assignment, directive }) {
      const { version } = ctx.target
      if (!directive.legacy || statusAt(directive, version) !== 'known') return
      const { tree } = ctx.document
      const value = tree.text.slice(assignment.valueSpan.start, assignment.valueSpan.end)
      const warns = warning.has(parserAt(directive, version))
      const remark = warns ? `, and systemd ${version} warns of it` : ''
      ctx.report(assignment.keySpan, `${fault(directive)}${remark}${replacementOf(directive, value)}`, {
        tag: 'deprecated',
        fixes: modernize(tree, assignment, directive),
        ...(warns ? { kind: 'verdict', severity: 'warning' } : {}),
      })
    },
  },
})

function fault({ name, section, legacy }: Directive): string {
  return legacy?.name === name ? `'${name}=' has moved out of [${section}]` : `'${name}=' is obsolete`
}
