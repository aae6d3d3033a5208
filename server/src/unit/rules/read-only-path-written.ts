import type { Fix } from '../../base/edit.ts'
import { appendLine } from '../edit/append.ts'
import { directories, type Hold, holdOn, isSandboxed, isWithin } from './path-view.ts'
import { man, type UnitContext, unitRule } from './rule.ts'
import { type Purpose, pathsWrittenBy, pidFileOf, type WrittenPath } from './written-paths.ts'

/** What happens when the service comes to write there. */
const outcomes: Readonly<Record<Purpose, string>> = {
  socket: 'the server can not open its socket there and ends',
  'PID file': 'the PID file can not be written',
  'state file': 'the state file can not be written',
  log: 'the log can not be written',
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
            fixes: makeWritable(ctx, written, hold),
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

/** A socket unit opens its sockets itself, and hands them over. */
function maybeInherits({ effective, value }: UnitContext): boolean {
  if (effective.has('Service', 'Sockets')) return true
  return effective
    .all('Unit', 'Requires', 'Wants', 'BindsTo', 'After')
    .some(({ assignment }) => /\.socket\b/.test(value(assignment).text))
}

function makeWritable({ document }: UnitContext, { path }: WrittenPath, hold: Hold): readonly Fix[] {
  const folder = path.slice(0, path.lastIndexOf('/'))
  const opened = ownDirectory(path) ?? { line: `ReadWritePaths=${folder}`, folder }
  // What is hidden stays so, and of two directives for one folder the one that forbids wins.
  if (hold.state === 'hidden' || folder === '' || isWithin(hold.folder, opened.folder)) return []
  const edits = [appendLine(document.tree, 'Service', opened.line)]
  return [{ title: `Add ${opened.line}`, safe: false, edits }]
}

/** The line that has systemd make the folder, where it lies in one of the places for that. */
function ownDirectory(path: string): { readonly line: string; readonly folder: string } | undefined {
  for (const [directive, home] of directories) {
    if (!isWithin(path, home)) continue
    const [name, rest] = path.slice(home.length + 1).split('/')
    if (name && rest !== undefined) return { line: `${directive}=${name}`, folder: `${home}/${name}` }
  }
  return undefined
}
