import { monitManual, monitRule } from './rule.ts'
import { hasGlobal, placeForGlobal, wholeMonit } from './top-file.ts'

export const missingHttpd = monitRule({
  id: 'missing-httpd',
  kind: 'advice',
  severity: 'hint',
  docs: {
    summary: 'a main control file without `set httpd`',
    why: '`monit status`, `monit summary`, `monit restart app` and all other commands to a running monit go through its web interface. Without `set httpd` they fail with “the monit HTTP interface is not enabled”. A unix socket with `allow localhost` opens it for the commands of this machine alone.',
    bad: [{ file: 'monitrc', text: 'set daemon 30\n' }],
    good: [
      { file: 'monitrc', text: 'set daemon 30\nset httpd unixsocket /run/monit.sock\n    allow localhost\n' },
      { file: 'conf.d/app', text: 'check process app with pidfile /run/app.pid\n' },
    ],
    refs: [monitManual('MONIT HTTPD', 'MONIT-HTTPD')],
  },
  on: {
    file(ctx, document) {
      const documents = wholeMonit(ctx)
      if (!documents || hasGlobal(documents, 'httpd')) return
      const place = placeForGlobal(document)
      const first = document.tree.items[0]!
      ctx.report(
        { start: first.start, end: document.tree.tokens.ends[first.first]! },
        "without 'set httpd' no command reaches the running monit: 'monit status' and 'monit restart' fail",
        {
          fixes: [
            {
              title: 'Open a socket for the monit commands',
              safe: false,
              edits: [
                {
                  span: { start: place, end: place },
                  newText: 'set httpd unixsocket /run/monit.sock\n    allow localhost\n',
                },
              ],
            },
          ],
        },
      )
    },
  },
})
