import { maybeInherits } from '../../unit/rules/inherited-sockets.ts'
import { makeWritable } from '../../unit/rules/make-writable.ts'
import { hasOwnTmp, holdOn, isSandboxed, isWithin, tidyPath } from '../../unit/rules/path-view.ts'
import { man } from '../../unit/rules/rule.ts'
import { userWithoutRights } from '../../unit/rules/user-without-rights.ts'
import type { Purpose } from '../../unit/rules/written-paths.ts'
import { spanIn } from '../../unit/syntax/value.ts'
import type { UnitInSight } from '../rules/units-in-sight.ts'
import { unitAcrossRule } from './rule.ts'

export const configPathOutOfReach = unitAcrossRule({
  id: 'config-path-out-of-reach',
  kind: 'trap',
  severity: 'warning',
  docs: {
    summary: 'a file in Puma’s configuration that its service may not write',
    why: 'The unit takes a folder away, with `ProtectSystem=strict`, `ProtectHome=`, `ReadOnlyPaths=` or their kin, and `config/puma.rb` has Puma put its socket, PID file or log there. Neither file is wrong by itself; together they end the service with `Read-only file system`, or with `Permission denied` where the file lies right in `/run` and the service has a user other than root. A socket in `/tmp` is opened, but with `PrivateTmp=yes` nginx looks for it in another `/tmp`.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nUser=web\nWorkingDirectory=/srv/web\nExecStart=/srv/web/bin/puma\nProtectSystem=strict\n',
        beside: [{ file: 'config/puma.rb', text: 'bind "unix:///srv/web/tmp/sockets/puma.sock"\n' }],
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nUser=web\nWorkingDirectory=/srv/web\nExecStart=/srv/web/bin/puma\nProtectSystem=strict\nReadWritePaths=/srv/web/tmp/sockets\n',
        beside: [{ file: 'config/puma.rb', text: 'bind "unix:///srv/web/tmp/sockets/puma.sock"\n' }],
      },
    ],
    refs: [man('systemd.exec', 'ProtectSystem='), man('systemd.exec', 'ReadWritePaths=')],
  },
  on: {
    puma(ctx, { config, server }) {
      const { unit } = ctx
      const last = unit.effective.all('Service', 'ExecStart').at(-1)
      if (!config || !last || !unit.effective.complete) return
      // A command with `+` runs outside of the sandbox.
      if (/^[-@:!]*[+|]/.test(unit.value(last.assignment).text)) return
      const span = spanIn(unit.value(last.assignment), server.name.from, server.name.to)
      const user = unit.target.manager === 'system' ? userWithoutRights(unit) : undefined
      for (const { path: named, purpose } of config.writes) {
        const path = fromRoot(named, unit)
        // What the command line says takes the place of what the file says, or systemd hands a socket over.
        if (!path || server.arguments.some(({ text }) => options[purpose].test(text))) continue
        if (purpose === 'socket' && maybeInherits(unit)) continue
        const what = `'${config.file}' has its ${purpose} at '${path}'`
        const hold = isSandboxed(unit) ? holdOn(unit, path) : undefined
        if (hold) {
          const isLinked = mayBeLinked(unit, path)
          ctx.report(
            span,
            `${what}, ${hold.state} for the service because of ${hold.cause}: ${isLinked ? 'if no link leads elsewhere ' : ''}Puma can't write there, and ends`,
            { severity: isLinked ? 'warning' : 'error', fixes: makeWritable(unit, path, hold) },
          )
        } else if (user !== undefined && purpose !== 'log' && /^\/run\/[^/]+$/.test(path)) {
          ctx.report(
            span,
            `${what}, and ${user} may not make files in '/run': Puma can't write there, and ends`,
            {
              severity: 'error',
            },
          )
        } else if (purpose === 'socket' && isInOwnTmp(unit, path)) {
          ctx.report(
            span,
            `${what}, in a '/tmp' that only this service sees: nginx and other programs don't find it`,
          )
        }
      }
    },
  },
})

function fromRoot(path: string, { effective }: UnitInSight): string | undefined {
  const home = effective.text('Service', 'WorkingDirectory')
  const full = path.startsWith('/') ? path : home?.startsWith('/') ? `${home}/${path}` : undefined
  // A way back, and what only systemd or Ruby knows, lead anywhere.
  return full === undefined || /[%#$]|\/\.\.?(?:\/|$)/.test(full) ? undefined : tidyPath(full)
}

/** By which options Puma is told of such files on its command line. */
const options: Readonly<Record<Purpose, RegExp>> = {
  socket: /^(?:-[bp]|--bind|--port)/,
  'PID file': /^--pidfile/,
  'state file': /^(?:-S|--state)/,
  log: /^--redirect-std/,
}

/** True for a folder of the app that may be a link into one of those that the service is given, as packages have it. */
function mayBeLinked({ effective }: UnitInSight, path: string): boolean {
  const home = tidyPath(effective.text('Service', 'WorkingDirectory') ?? '')
  const isBelow =
    home.startsWith('/') && path.startsWith(`${home}/`) && path.slice(home.length + 1).includes('/')
  return isBelow && given.some((name) => effective.has('Service', name))
}

const given = [
  'ReadWritePaths',
  'BindPaths',
  'RuntimeDirectory',
  'StateDirectory',
  'CacheDirectory',
  'LogsDirectory',
]

function isInOwnTmp(unit: UnitInSight, path: string): boolean {
  if (!isWithin(path, '/tmp') && !isWithin(path, '/var/tmp')) return false
  const { effective, target } = unit
  if (target.manager === 'user' || effective.has('Unit', 'JoinsNamespaceOf')) return false
  return hasOwnTmp(unit) && !effective.has('Service', 'BindPaths')
}
