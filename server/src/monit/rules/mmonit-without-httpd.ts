import { isWhole, otherDocuments } from './other-documents.ts'
import { monitManual, monitRule } from './rule.ts'

export const mmonitWithoutHttpd = monitRule({
  id: 'mmonit-without-httpd',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary: '`set mmonit` without `set httpd`',
    why: 'M/Monit starts and stops services through monit’s own web interface. Without one monit warns, reports to M/Monit all the same, and takes no orders from it.',
    bad: [{ file: 'monitrc', text: 'set mmonit https://monit:secret@mmonit.example.com/collector\n' }],
    good: [
      {
        file: 'monitrc',
        text: 'set mmonit https://monit:secret@mmonit.example.com/collector\nset httpd port 2812 allow mmonit.example.com\n',
      },
    ],
    refs: [monitManual('MANAGE YOUR MONIT INSTANCES', 'MANAGE-YOUR-MONIT-INSTANCES')],
  },
  on: {
    global(ctx, { name, node, statement }) {
      if (name !== 'mmonit' || !node || statement.incomplete) return
      const others = otherDocuments(ctx)
      if (!isWhole(ctx, others)) return
      const all = [ctx.document, ...others]
      if (all.some(({ tree }) => tree.tags.length > 0)) return
      if (all.some(({ globals }) => globals.some((each) => each.name === 'httpd'))) return
      const { starts, ends } = ctx.document.tree.tokens
      ctx.report(
        { start: starts[statement.first]!, end: ends[node.first]! },
        "M/Monit reaches this monit through its web interface, and there is no 'set httpd'",
      )
    },
  },
})
