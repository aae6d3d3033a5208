import { child } from '../syntax/tree.ts'
import { allowedHosts } from './httpd-reach.ts'
import { monitManual, monitRule } from './rule.ts'
import { httpdOf, partOf } from './top-file.ts'

export const openHttpd = monitRule({
  id: 'open-httpd',
  kind: 'advice',
  severity: 'information',
  docs: {
    summary: 'a web interface of monit’s that everybody can reach, without TLS',
    why: 'A `port` without `use address` listens on every address of the machine. Where `allow` names no hosts and there is no TLS, whoever reaches the machine may try passwords, and reads those that others send. `use address localhost` keeps it to the machine; a web server or an SSH tunnel in front of it does the rest.',
    bad: [{ file: 'monitrc', text: 'set httpd port 2812\n  allow ops:"t4-Rue-Lamp-Oak"\n' }],
    good: [
      {
        file: 'monitrc',
        text: 'set httpd port 2812 and use address localhost\n  allow ops:"t4-Rue-Lamp-Oak"\n',
      },
      {
        file: 'monitrc',
        text: 'set httpd port 2812\n  allow 10.1.0.0/16\n  allow ops:"t4-Rue-Lamp-Oak"\n',
      },
    ],
    refs: [monitManual('MONIT HTTPD', 'MONIT-HTTPD')],
  },
  on: {
    file(ctx, document) {
      const statements = httpdOf(document)
      const port = partOf(statements, 'httpd-port')
      if (!port || document.tree.tags.length > 0) return
      const isGuarded = statements.some(
        ({ node }) => child(node, 'httpd-address') || child(node, 'ssl') || child(node, 'httpd-pemfile'),
      )
      // Without any `allow` nothing is opened at all.
      if (isGuarded || !partOf(statements, 'httpd-allow') || allowedHosts(document).length > 0) return
      const { starts, ends } = document.tree.tokens
      const end = ends[port.after - 1]!
      ctx.report(
        { start: starts[port.first]!, end },
        'everybody who reaches this machine can try passwords here, and they travel unencrypted',
        {
          fixes: [
            {
              title: 'Listen on localhost only',
              safe: false,
              edits: [{ span: { start: end, end }, newText: ' and use address localhost' }],
            },
          ],
        },
      )
    },
  },
})
