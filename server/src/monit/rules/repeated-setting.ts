import type { Span } from '../../base/span.ts'
import { removeStatement } from '../edit/remove-statement.ts'
import { spanOfNode } from '../syntax/tree.ts'
import { hasReached } from '../version.ts'
import { type MonitContext, monitManual, monitRule } from './rule.ts'

/** Until then monit said nothing of it. */
const saidSince = '5.29'

export const repeatedSetting = monitRule({
  id: 'repeated-setting',
  kind: 'verdict',
  severity: 'warning',
  reach: 'check',
  docs: {
    summary: 'a second `every` in a check, or a second `use address` in `set httpd`',
    why: 'There is one of each, and the last one counts. monit warns of it since 5.29, and before silently took the last one too.',
    bad: [
      {
        file: 'monitrc',
        text: 'check process web with pidfile /run/web.pid\n  every "* 8-18 * * *"\n  every "*/5 * * * *"\n',
      },
    ],
    good: [
      { file: 'monitrc', text: 'check process web with pidfile /run/web.pid\n  every "*/5 8-18 * * *"\n' },
    ],
    refs: [monitManual('SERVICE POLL TIME', 'SERVICE-POLL-TIME')],
  },
  on: {
    service(ctx, { statements }) {
      const all = statements.filter(({ node }) => node?.term.id === 'every')
      const last = all.at(-1)
      if (all.length < 2 || !last || ctx.document.tree.tags.length > 0) return
      for (const each of all.slice(0, -1)) {
        report(ctx, each, "'every' stands twice in this check, and only the last one counts", [
          { title: 'remove this one', safe: false, edits: [removeStatement(ctx.document.tree, each)] },
        ])
      }
    },
    global(ctx, { name, node }) {
      if (name !== 'httpd' || !node || ctx.document.tree.tags.length > 0) return
      const all = node.children.filter(({ term }) => term.id === 'httpd-address')
      for (const each of all.slice(0, -1)) {
        const span = spanOfNode(ctx.document.tree, each)
        report(ctx, span, "'address' stands twice in this 'set httpd', and only the last one counts", [])
      }
    },
  },
})

function report(
  ctx: MonitContext,
  { start, end }: Span,
  message: string,
  fixes: NonNullable<Parameters<MonitContext['report']>[2]>['fixes'],
): void {
  ctx.report({ start, end }, message, {
    ...(fixes ? { fixes } : {}),
    ...(hasReached(ctx.target.version, saidSince) ? {} : { kind: 'trap' }),
  })
}
