import type { Span } from '../../base/span.ts'
import type { MonitDocument } from '../document.ts'
import { monitManual, monitRule } from './rule.ts'
import { hasGlobal, wholeMonit } from './top-file.ts'

export const missingMailserver = monitRule({
  id: 'missing-mailserver',
  kind: 'trap',
  severity: 'warning',
  docs: {
    summary: '`alert` with an address, and no `set mailserver` to send mail through',
    why: 'monit hands mail to the server that `set mailserver` names, and to no other: it neither calls `sendmail` nor tries localhost by itself. Without one every alert ends in the log, “No mail servers are defined”.',
    bad: [{ file: 'monitrc', text: 'set daemon 30\nset alert ops@example.com\n' }],
    good: [
      {
        file: 'monitrc',
        text: 'set daemon 30\nset mailserver localhost\nset alert ops@example.com\n',
      },
    ],
    refs: [
      monitManual('Setting a mail server for alert delivery', 'Setting-a-mail-server-for-alert-delivery'),
    ],
  },
  on: {
    file(ctx, document) {
      const alert = firstAlert(document)
      if (!alert) return
      const documents = wholeMonit(ctx)
      if (!documents || hasGlobal(documents, 'mailserver')) return
      ctx.report(alert, "no mail is sent: there is no 'set mailserver' to send it through", {
        fixes: [
          {
            title: 'Send mail through this machine',
            safe: false,
            edits: [{ span: { start: alert.line, end: alert.line }, newText: 'set mailserver localhost\n' }],
          },
        ],
      })
    },
  },
})

/** The first address that alerts go to, and the place before its statement where a `set` may stand. */
function firstAlert({
  globals,
  services,
  tree,
}: MonitDocument): (Span & { readonly line: number }) | undefined {
  const global = globals.find(({ name }) => name === 'alert')
  if (global) return { start: global.start, end: global.end, line: global.start }
  for (const { start, statements } of services) {
    const alert = statements.find(({ node }) => node?.term.id === 'alert')
    if (alert) return { start: alert.start, end: tree.tokens.ends[alert.after - 1]!, line: start }
  }
  return undefined
}
