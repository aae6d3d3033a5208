import { maybeInherits } from './inherited-sockets.ts'
import { moveToRun } from './move-to-run.ts'
import { holdOn, isSandboxed } from './path-view.ts'
import { man, unitRule } from './rule.ts'
import { userWithoutRights } from './user-without-rights.ts'
import { type Purpose, pathsWrittenBy } from './written-paths.ts'

/** What happens when the server comes to make the file; logs may have been made for it before. */
const outcomes: Readonly<Partial<Record<Purpose, string>>> = {
  socket: "the server can't open its socket there and ends",
  'PID file': "the PID file can't be written",
}

export const runPathOfRoot = unitRule({
  id: 'run-path-of-root',
  kind: 'trap',
  severity: 'error',
  wants: ({ section, name }) => section === 'Service' && name === 'ExecStart',
  docs: {
    summary: 'a socket or PID file right in `/run`, for a service that does not run as root',
    why: '`/run` belongs to root, and is empty after each boot: a service with `User=` can make no file there, and ends with `Permission denied`. `RuntimeDirectory=NAME` has systemd make `/run/NAME` for that user at each start, and take it away at the end.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nUser=deploy\nExecStart=/srv/venv/bin/gunicorn --bind unix:/run/web.sock web.wsgi\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nUser=deploy\nRuntimeDirectory=web\nExecStart=/srv/venv/bin/gunicorn --bind unix:/run/web/web.sock web.wsgi\n',
      },
    ],
    refs: [man('systemd.exec', 'RuntimeDirectory=')],
  },
  on: {
    command(ctx, known) {
      if (known.directive.name !== 'ExecStart' || ctx.target.manager === 'user') return
      if (!/run\/|%t/.test(ctx.value(known.assignment).text) || !ctx.effective.complete) return
      const paths = pathsWrittenBy(ctx, known).filter(({ path }) => /^\/run\/[^/%]+$/.test(path))
      const user = paths.length > 0 ? userWithoutRights(ctx) : undefined
      if (user === undefined) return
      for (const written of paths) {
        const outcome = outcomes[written.purpose]
        if (!outcome || (written.purpose === 'socket' && maybeInherits(ctx))) continue
        // What the sandbox takes away is told as such.
        if (isSandboxed(ctx) && holdOn(ctx, written.path)) continue
        ctx.report(
          written.span,
          `the service runs as ${user}, who may not make files in '/run': ${outcome}`,
          {
            fixes: moveToRun(ctx, written),
          },
        )
      }
    },
  },
})
