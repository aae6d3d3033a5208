import type { Severity } from '../../base/diagnostic.ts'
import type { Fix } from '../../base/edit.ts'
import type { Target } from '../../monit/model/service.ts'
import { monitManual } from '../../monit/rules/rule.ts'
import { holdsTag } from '../../monit/rules/tags.ts'
import { commandsOf } from '../../unit/rules/commands-of.ts'
import { tidyPath } from '../../unit/rules/path-view.ts'
import { serviceType } from '../../unit/rules/service-type.ts'
import type { StartedServer } from '../../unit/rules/started-server.ts'
import { userWithoutRights } from '../../unit/rules/user-without-rights.ts'
import { hasOption, hasVariable } from '../../unit/servers.ts'
import { configOf } from './puma-of-unit.ts'
import { acrossRule, type Pair } from './rule.ts'
import { isSamePath, mentionsPidFile, pidFilesOf } from './unit-pid-file.ts'
import type { UnitInSight, UnitsInSight } from './units-in-sight.ts'

export const unwrittenPidFile = acrossRule({
  id: 'unwritten-pid-file',
  kind: 'trap',
  severity: 'warning',
  docs: {
    summary: 'a pid file in a check that nothing in the unit writes',
    why: 'monit reads the number of the process from the file, and takes the service for dead as long as there is none. systemd writes no such file, not even with `PIDFile=`, and needs none unless the service is `Type=forking`. So monit starts a service that runs, waits, says `failed to start`, and begins anew in the next cycle. Let the server write the file, where it can; or let monit look for the process by its command line, with `matching`.',
    bad: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/usr/bin/systemctl start web"\n  stop program = "/usr/bin/systemctl stop web"\n',
        beside: [
          {
            file: 'web.service',
            text: '[Service]\nExecStart=/srv/web/bin/uvicorn app:app --port 8000\n',
          },
        ],
      },
    ],
    good: [
      {
        file: 'web.monit',
        text: 'check process web with matching "/srv/web/bin/uvicorn app:app --port 8000"\n  start program = "/usr/bin/systemctl start web"\n  stop program = "/usr/bin/systemctl stop web"\n',
        beside: [
          {
            file: 'web.service',
            text: '[Service]\nExecStart=/srv/web/bin/uvicorn app:app --port 8000\n',
          },
        ],
      },
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web/web.pid\n  start program = "/usr/bin/systemctl start web"\n',
        beside: [
          {
            file: 'web.service',
            text: '[Service]\nRuntimeDirectory=web\nExecStart=/srv/web/bin/gunicorn --pid /run/web/web.pid app:app\n',
          },
        ],
      },
    ],
    refs: [
      monitManual('Service checks', 'Service-checks'),
      '[systemd.service(5), `PIDFile=`](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#PIDFile=)',
    ],
  },
  on: {
    pair(ctx, pair) {
      const { service, unit, isShared } = pair
      const { target } = service
      if (isShared || !target?.value || (target.kind !== 'pidfile' && target.kind !== 'path')) return
      if (service.head.incomplete || holdsTag(ctx.document.tree, target.value)) return
      const named = pidFilesOf(pair, ctx.units)
      if (!named || mentionsPidFile(unit)) return
      // Of systemd's own setting nobody writes a file; where it names another one, that is another rule's affair.
      if (named.some((file) => file.source !== 'PIDFile=' || !isSamePath(target.value!.text, file))) return
      const type = serviceType(unit)
      if (type === undefined || !inFront.has(type)) return
      const reason = reasonFor(ctx.units, pair, target.value.text, type)
      // Who names a file may have told the server of it, in a configuration that is not here.
      if (!reason || (named.length > 0 && reason.severity === 'information')) return
      const { start, end } = target.value
      const systemd =
        named.length > 0
          ? `'PIDFile=' only names a file for systemd to read`
          : `systemd keeps no pid file with Type=${type}`
      ctx.report(
        { start, end },
        `nothing in '${unit.name}' writes '${target.value.text}': ${systemd}, and ${reason.text}; without it monit takes the service for dead and starts it again and again`,
        { severity: reason.severity, fixes: matchInstead(target, unit) },
      )
    },
  },
})

/** Types for which systemd itself knows the main process. */
const inFront: ReadonlySet<string> = new Set(['simple', 'exec', 'idle', 'notify', 'notify-reload'])

interface Reason {
  readonly text: string
  readonly severity: Severity
}

/** Why nobody else writes the file; undefined where the program may, by a configuration of its own. */
function reasonFor(units: UnitsInSight, pair: Pair, path: string, type: string): Reason | undefined {
  const server = pair.unit.server
  if (server && !hasVariable(server)) {
    const text = habitOf(server, type)
    if (text) return { text, severity: 'warning' }
    const config = configOf(pair.unit, units)
    if (config && config.pidFile === undefined) {
      return { text: `'puma' writes one only where '${config.file}' says 'pidfile'`, severity: 'warning' }
    }
    if (isGunicornWithoutFile(server, pair.unit)) {
      return {
        text: "'gunicorn' writes one with '--pid' only, or by a 'gunicorn.conf.py' in its folder",
        severity: 'information',
      }
    }
  }
  const user = pair.call.manager === 'system' ? userWithoutRights(pair.unit) : undefined
  if (!user || !/^\/run\/[^/]+$/.test(tidyPath(path))) return undefined
  return { text: `the service runs as ${user}, who may not write to '/run'`, severity: 'warning' }
}

/** Servers that write a pid file when an option says so, and never else. */
function habitOf({ server, arguments: words }: StartedServer, type: string): string | undefined {
  switch (server) {
    case 'uvicorn':
    case 'daphne':
      return `'${server}' writes none`
    case 'memcached':
      return hasShortOption(words, 'P') ? undefined : `'${server}' writes one with '-P' only`
    case 'sidekiq':
      // Those that speak to systemd are of a version that has no such option any more; else the file may name one.
      return type.startsWith('notify') ? `'${server}' writes none` : undefined
    default:
      return undefined
  }
}

function hasShortOption(words: StartedServer['arguments'], letter: string): boolean {
  return words.some(({ text }) => /^-\w/.test(text) && text.includes(letter))
}

function isGunicornWithoutFile(
  { server, arguments: words }: StartedServer,
  { effective }: UnitInSight,
): boolean {
  if (server !== 'gunicorn' || hasShortOption(words, 'c') || hasShortOption(words, 'p')) return false
  if (hasOption(words, '--config')) return false
  return effective.lacks('Service', 'Environment', 'EnvironmentFile', 'PassEnvironment')
}

/** The fix that looks for the process by its command line, as far as the unit tells it for certain. */
function matchInstead({ start, value }: Target, unit: UnitInSight): readonly Fix[] {
  const pattern = patternOf(unit)
  if (pattern === undefined || !value) return []
  const newText = `matching "${pattern}"`
  return [
    {
      title: `Look for the process by its command line: ${newText}`,
      safe: false,
      edits: [{ span: { start, end: value.end }, newText }],
    },
  ]
}

function patternOf(unit: UnitInSight): string | undefined {
  const server = unit.server
  // These give their process a title of their own.
  if (server?.server === 'sidekiq') return '^sidekiq [0-9]'
  if (server?.server === 'gunicorn' || server?.server === 'puma') return undefined
  const [only, ...more] = unit.effective.all('Service', 'ExecStart')
  const commands = only && more.length === 0 ? (commandsOf(unit, only)?.commands ?? []) : []
  const [command] = commands
  if (!command || commands.length > 1 || command.argv0) return undefined
  const words = [command.program, ...command.arguments].map(({ text }) => text)
  // Shells and launchers give way to another program, whose line is not here.
  if (!words[0]?.startsWith('/') || /\/(?:\w*sh|env|bundle|rbenv|su|sudo|exec)$/.test(words[0]))
    return undefined
  const unsure = words.findIndex((word) => /[$%"\\\n]/.test(word))
  const sure = unsure < 0 ? words : words.slice(0, unsure)
  return sure.length === 0 ? undefined : sure.join(' ').replace(/[.*+?^${}()|[\]]/g, '\\$&')
}
