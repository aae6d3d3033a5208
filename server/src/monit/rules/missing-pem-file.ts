import type { Node } from '../syntax/tree.ts'
import { child } from '../syntax/tree.ts'
import { monitManual, monitRule } from './rule.ts'

export const missingPemFile = monitRule({
  id: 'missing-pem-file',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: '`set httpd` with TLS and no certificate',
    why: 'A web interface with `ssl` needs the certificate and key that it shows to browsers. Without `pemfile`, or `pemchain` and `pemkey`, monit refuses the whole configuration.',
    bad: [{ file: 'monitrc', text: 'set httpd port 2812 with ssl { verify: enable }\n  allow localhost\n' }],
    good: [
      {
        file: 'monitrc',
        text: 'set httpd port 2812 with ssl { pemfile: /etc/ssl/monit.pem }\n  allow localhost\n',
      },
    ],
    refs: [monitManual('MONIT HTTPD', 'MONIT-HTTPD')],
  },
  on: {
    global(ctx, { name, node, statement }) {
      if (name !== 'httpd' || !node || statement.incomplete || ctx.document.tree.tags.length > 0) return
      const ssl = node.children.findLast(({ term }) => term.id === 'ssl')
      if (!ssl || holdsCertificate(ssl) || child(node, 'httpd-pemfile')) return
      const { starts, ends } = ctx.document.tree.tokens
      const options = child(ssl, 'ssl-options')
      const word = { start: starts[ssl.first]!, end: ends[ssl.first]! }
      const at = ends[options?.first ?? ssl.first]!
      const pair = 'pemfile: /etc/ssl/monit.pem'
      ctx.report(
        word,
        'a web interface with TLS needs its certificate; accepted: ssl { pemfile: /path/to/file.pem }',
        {
          fixes: [
            {
              title: `add '${pair}'`,
              safe: false,
              edits: [{ span: { start: at, end: at }, newText: options ? ` ${pair}` : ` { ${pair} }` }],
            },
          ],
        },
      )
    },
  },
})

function holdsCertificate(ssl: Node): boolean {
  return (
    child(ssl, 'ssl-options')?.children.some(({ term }) => /^ssl-pem(?:file|chain|key)$/.test(term.id)) ??
    false
  )
}
