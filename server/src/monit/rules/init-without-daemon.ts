import { isWhole, otherDocuments } from './other-documents.ts'
import { monitManual, monitRule } from './rule.ts'

export const initWithoutDaemon = monitRule({
  id: 'init-without-daemon',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: '`set init` without `set daemon`',
    why: 'With `set init` monit stays in the foreground, for systemd, a container or init to watch over. It must then be told how often to check; without `set daemon` it refuses the whole configuration, and tells no line.',
    bad: [{ file: 'monitrc', text: 'set init\ncheck system $HOST\n' }],
    good: [{ file: 'monitrc', text: 'set init\nset daemon 30\ncheck system $HOST\n' }],
    refs: [monitManual('INIT SUPPORT', 'INIT-SUPPORT')],
  },
  on: {
    global(ctx, { name, start, end }) {
      if (name !== 'init') return
      const all = [ctx.document, ...otherDocuments(ctx)]
      if (!isWhole(ctx, all.slice(1)) || all.some(({ tree }) => tree.tags.length > 0)) return
      if (all.some(({ globals }) => globals.some((each) => each.name === 'daemon'))) return
      ctx.report(
        { start, end },
        "'set init' needs 'set daemon' beside it, which tells how often monit checks",
        {
          fixes: [
            {
              title: "add 'set daemon 30'",
              safe: false,
              edits: [{ span: { start: end, end }, newText: '\nset daemon 30' }],
            },
          ],
        },
      )
    },
  },
})
