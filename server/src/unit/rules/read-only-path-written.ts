import { maybeInherits } from './inherited-sockets.ts'
import { makeWritable } from './make-writable.ts'
import { holdOn, isSandboxed } from './path-view.ts'
import { man, type UnitContext, unitRule } from './rule.ts'
import { type Purpose, pathsWrittenBy, pidFileOf, type WrittenPath } from './written-paths.ts'

/** What happens when the service comes to write there. */
const outcomes: Readonly<Record<Purpose, string>> = {
  socket: "the server can't open its socket there and ends",
  'PID file': "the PID file can't be written",
  'state file': "the state file can't be written",
  log: "the log can't be written",
}

export const readOnlyPathWritten = unitRule({
  id: 'read-only-path-written',
  kind: 'trap',
  severity: 'warning',
  wants: ({ section, name }) => section === 'Service' && (name === 'ExecStart' || name === 'PIDFile'),
  docs: {
    summary: 'a socket, PID file or log in a place that the service’s own sandbox keeps it from writing to',
    why: '`ProtectSystem=strict` makes the whole file system read-only to the service, `full` makes it `/usr`, `/boot` and `/etc`; `ReadOnlyPaths=`, `InaccessiblePaths=` and `ProtectHome=` take away more. Not even root can write there: the server ends with `Read-only file system`. `RuntimeDirectory=`, `LogsDirectory=`, `StateDirectory=` and `CacheDirectory=` make a folder in `/run`, `/var/log`, `/var/lib` or `/var/cache` that belongs to the service and is writable; `ReadWritePaths=` opens any other that exists. Files of `StandardOutput=` are opened by systemd and need nothing.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/usr/bin/bundle exec puma -b unix:///run/web/puma.sock\nProtectSystem=strict\n',
      },
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/venv/bin/gunicorn --access-logfile /var/log/web/access.log web.wsgi\nReadOnlyPaths=/var/log\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/usr/bin/bundle exec puma -b unix:///run/web/puma.sock\nProtectSystem=strict\nRuntimeDirectory=web\n',
      },
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nStandardOutput=append:/var/log/web.log\nProtectSystem=strict\n',
      },
    ],
    refs: [
      man('systemd.exec', 'ProtectSystem='),
      man('systemd.exec', 'ReadWritePaths='),
      man('systemd.exec', 'RuntimeDirectory='),
    ],
  },
  on: {
    known(ctx, known) {
      if (!ctx.effective.complete || !isSandboxed(ctx)) return
      for (const written of writtenPaths(ctx, known)) {
        if (written.purpose === 'socket' && maybeInherits(ctx)) continue
        const hold = holdOn(ctx, written.path)
        if (!hold) continue
        ctx.report(
          written.span,
          `'${written.path}' is ${hold.state} for the service because of ${hold.cause}: ${outcomes[written.purpose]}`,
          {
            ...(written.purpose === 'socket' ? { severity: 'error' as const } : {}),
            fixes: makeWritable(ctx, written.path, hold),
          },
        )
      }
    },
  },
})

function writtenPaths(ctx: UnitContext, known: Parameters<typeof pidFileOf>[1]): readonly WrittenPath[] {
  if (known.directive.name === 'ExecStart') return pathsWrittenBy(ctx, known)
  // A daemon that is started outside of the sandbox writes its file outside of it.
  const outside = ctx.effective
    .all('Service', 'ExecStart')
    .some(({ assignment }) => /^[-@:!]*\+/.test(ctx.value(assignment).text))
  const file = outside ? undefined : pidFileOf(ctx, known)
  return file ? [file] : []
}
