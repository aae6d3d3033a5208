import { moveToRun } from './move-to-run.ts'
import { hasOwnTmp, isWithin } from './path-view.ts'
import { man, type UnitContext, unitRule } from './rule.ts'
import { type Purpose, pathsWrittenBy, pidFileOf } from './written-paths.ts'

/** Who looks for it, and in vain. */
const outcomes: Readonly<Record<Purpose, string>> = {
  socket: 'nginx and other programs outside do not find the socket',
  'PID file': 'monit and other programs outside do not find the PID file',
  'state file': 'pumactl outside does not find the state file',
  log: 'the log is not there for others, and goes when the service stops',
}

export const privateTmpSharedPath = unitRule({
  id: 'private-tmp-shared-path',
  kind: 'trap',
  severity: 'warning',
  wants: ({ section, name }) => section === 'Service' && (name === 'ExecStart' || name === 'PIDFile'),
  docs: {
    summary: 'a socket, PID file or log in `/tmp` of a service that has a `/tmp` of its own',
    why: 'With `PrivateTmp=yes` or `DynamicUser=yes` the service’s `/tmp` and `/var/tmp` are folders that no other program sees, and that are removed when it stops. nginx answers `502 Bad Gateway` as it finds no socket, monit finds no PID file, and neither does systemd, for which a forking service never comes up. `RuntimeDirectory=NAME` makes `/run/NAME`, which all see and only the service writes to.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/venv/bin/gunicorn --bind unix:/tmp/web.sock web.wsgi\nPrivateTmp=yes\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/venv/bin/gunicorn --bind unix:/run/web/web.sock web.wsgi\nRuntimeDirectory=web\nPrivateTmp=yes\n',
      },
    ],
    refs: [man('systemd.exec', 'PrivateTmp='), man('systemd.exec', 'RuntimeDirectory=')],
  },
  on: {
    known(ctx, known) {
      if (!/tmp|%[TV]/.test(ctx.value(known.assignment).text)) return
      if (!ctx.effective.complete || ctx.target.manager === 'user' || !hasOwnTmp(ctx) || isShared(ctx)) return
      const isPidFile = known.directive.name === 'PIDFile'
      const pidFile = isPidFile ? pidFileOf(ctx, known) : undefined
      const paths = isPidFile ? (pidFile ? [pidFile] : []) : pathsWrittenBy(ctx, known)
      for (const written of paths) {
        if (!isWithin(written.path, '/tmp') && !isWithin(written.path, '/var/tmp')) continue
        const outcome = isPidFile
          ? 'systemd does not find the PID file, and the start times out'
          : outcomes[written.purpose]
        ctx.report(
          written.span,
          `'${written.path}' is in a '/tmp' that only this service sees (${causeOf(ctx)}): ${outcome}`,
          { ...(isPidFile ? { severity: 'error' as const } : {}), fixes: moveToRun(ctx, written) },
        )
      }
    },
  },
})

function causeOf({ effective }: UnitContext): string {
  const text = effective.text('Service', 'PrivateTmp')
  return text === undefined ? 'DynamicUser=yes' : `PrivateTmp=${text}`
}

/** Other units may be let in, and folders of the host may be mounted there. */
function isShared({ effective }: UnitContext): boolean {
  return effective.has('Unit', 'JoinsNamespaceOf') || effective.has('Service', 'BindPaths')
}
