import type { MonitDocument } from '../document.ts'
import { allowedHosts, isLocalOnly } from './httpd-reach.ts'
import { otherDocuments } from './other-documents.ts'
import { type MonitContext, monitManual, monitRule } from './rule.ts'
import { httpdOf, partOf } from './top-file.ts'

export const unreachableHttpd = monitRule({
  id: 'unreachable-httpd',
  kind: 'trap',
  severity: 'warning',
  docs: {
    summary: 'a `set httpd` that opens nothing, or lets nobody in',
    why: 'The commands `monit status`, `monit restart app` and so on talk to the daemon through its web interface. Without any `allow` monit does not open it (“no connections are allowed” in the log), without `port` or `unixsocket` there is nothing to open; the commands then fail to connect, though `monit -t` found nothing wrong.',
    bad: [
      { file: 'monitrc', text: 'set daemon 30\nset httpd port 2812 and use address localhost\n' },
      { file: 'monitrc', text: 'set daemon 30\nset httpd allow localhost\n' },
    ],
    good: [
      {
        file: 'monitrc',
        text: 'set daemon 30\nset httpd port 2812 and use address localhost\n  allow localhost\n',
      },
      { file: 'monitrc', text: 'set daemon 30\nset httpd unixsocket /run/monit.sock\n  allow localhost\n' },
    ],
    refs: [monitManual('MONIT HTTPD', 'MONIT-HTTPD')],
  },
  on: {
    file(ctx, document) {
      const statements = httpdOf(document)
      const [first] = statements
      if (!first || isOpen(ctx, document)) return
      const all = [...statements, ...otherDocuments(ctx).flatMap(httpdOf)]
      const span = { start: first.start, end: document.tree.tokens.ends[first.node.first]! }
      const last = document.tree.tokens.ends[first.statement.after - 1]!
      const append = (title: string, newText: string) => [
        { title, safe: false, edits: [{ span: { start: last, end: last }, newText }] },
      ]
      if (!partOf(all, 'httpd-port') && !partOf(all, 'httpd-unixsocket')) {
        ctx.report(
          span,
          'monit opens no web interface without a port or a unixsocket, and the monit commands need one',
          {
            fixes: append('Add a socket', ' unixsocket /run/monit.sock'),
          },
        )
      } else if (!partOf(all, 'httpd-allow')) {
        ctx.report(
          span,
          "nobody is allowed in, so monit does not open its web interface, and 'monit status' can't reach it",
          { fixes: append('Allow this machine', '\n    allow localhost') },
        )
      } else if (all.length === statements.length && shutsOutItself(document)) {
        ctx.report(
          span,
          "only other machines are allowed in; 'monit status' asks from 127.0.0.1 and is turned away",
          { severity: 'information', fixes: append('Allow this machine too', '\n    allow localhost') },
        )
      }
    },
  },
})

/** True where more may belong to the statements than is to be seen here. */
function isOpen(ctx: MonitContext, { includes, tree }: MonitDocument): boolean {
  if (tree.tags.length > 0) return true
  const isIncomplete = httpdOf(ctx.document).some(
    ({ statement }) =>
      statement.incomplete || includes.some(({ start }) => start > statement.start && start <= statement.end),
  )
  return isIncomplete || (includes.length > 0 && ctx.controlFiles().length === 0)
}

/**
 * True where the commands of the machine itself can't get in: they come from 127.0.0.1, or from the address that the
 * interface is bound to, and only hosts with numbers of other networks are allowed.
 */
function shutsOutItself(document: MonitDocument): boolean {
  const statements = httpdOf(document)
  const address = partOf(statements, 'httpd-address')
  if (partOf(statements, 'httpd-unixsocket') || (address && !isLocalOnly(document))) return false
  const hosts = allowedHosts(document)
  return hosts.length > 0 && hosts.every((host) => elsewhere.test(host))
}

/** An IPv4 address, or a network of at least eight bits, that 127.0.0.1 isn't in. */
const elsewhere = /^(?!0|127)\d+\.\d+\.\d+\.\d+(?:\/(?:[89]|[1-3]\d|255\.[\d.]+))?$/
