import { monitManual, monitRule } from './rule.ts'
import { hasGlobal, placeForGlobal, wholeMonit } from './top-file.ts'

export const missingDaemon = monitRule({
  id: 'missing-daemon',
  kind: 'advice',
  severity: 'hint',
  docs: {
    summary: 'a main control file without `set daemon`',
    why: '`set daemon N` makes monit stay and look after everything every N seconds. Without it monit checks once and ends; with `-I`, as most systemd units start it, it ends at once with an error (“Poll time is invalid or not defined”), unless the interval is given with `-d`.',
    bad: [{ file: 'monitrc', text: 'set httpd unixsocket /run/monit.sock\n    allow localhost\n' }],
    good: [
      { file: 'monitrc', text: 'set daemon 30\n' },
      { file: 'conf.d/app', text: 'check process app with pidfile /run/app.pid\n' },
    ],
    refs: [monitManual('DAEMON MODE', 'DAEMON-MODE')],
  },
  on: {
    file(ctx, document) {
      const documents = wholeMonit(ctx)
      if (!documents || hasGlobal(documents, 'daemon')) return
      const place = placeForGlobal(document)
      const first = document.tree.items[0]!
      ctx.report(
        { start: first.start, end: document.tree.tokens.ends[first.first]! },
        "without 'set daemon' monit checks once and ends, unless it is started with '-d'",
        {
          fixes: [
            {
              title: 'Check every 30 seconds',
              safe: false,
              edits: [{ span: { start: place, end: place }, newText: 'set daemon 30\n' }],
            },
          ],
        },
      )
    },
  },
})
