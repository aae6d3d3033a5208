import type { Fix } from '../../base/edit.ts'
import { endOfCommand, placeOf } from '../../monit/rules/command-words.ts'
import { isDivided } from '../../monit/rules/other-documents.ts'
import { monitManual } from '../../monit/rules/rule.ts'
import { holdsTag } from '../../monit/rules/tags.ts'
import { kindOf } from '../../monit/syntax/tokens.ts'
import { serviceType } from '../../unit/rules/service-type.ts'
import { spanOfTime } from '../../unit/rules/span-of-time.ts'
import { infinity } from '../../unit/values/times/time-span.ts'
import { type AcrossContext, acrossRule, type Pair } from './rule.ts'
import type { UnitInSight } from './units-in-sight.ts'

export const shortStartTimeout = acrossRule({
  id: 'short-start-timeout',
  kind: 'trap',
  severity: 'information',
  docs: {
    summary: 'a start program for which monit waits less long than systemd does',
    why: 'monit gives a start program 30 seconds, unless told otherwise, and then looks whether the service runs. `systemctl start` waits until the service says that it is ready, and systemd gives that `TimeoutStartSec=`, 90 seconds unless told otherwise. If a start takes longer than monit waits, it says `failed to start`, and tries once more while the first start goes on.',
    bad: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/usr/bin/systemctl start web"\n',
        beside: [
          {
            file: 'web.service',
            text: '[Service]\nType=notify\nTimeoutStartSec=120\nExecStart=/srv/web/run --pidfile /run/web.pid\n',
          },
        ],
      },
    ],
    good: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/usr/bin/systemctl start web" with timeout 120 seconds\n',
        beside: [
          {
            file: 'web.service',
            text: '[Service]\nType=notify\nTimeoutStartSec=120\nExecStart=/srv/web/run --pidfile /run/web.pid\n',
          },
        ],
      },
    ],
    refs: [
      monitManual('SERVICE METHODS', 'SERVICE-METHODS'),
      '[systemd.service(5), `TimeoutStartSec=`](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#TimeoutStartSec=)',
    ],
  },
  on: {
    pair(ctx, pair) {
      const { program, unit, isShared } = pair
      const { command, statement } = program
      if (isShared || statement.incomplete || holdsTag(ctx.document.tree, statement)) return
      const wanted = startTime(unit)
      if (!wanted) return
      const { timeout } = command
      const given = timeout ? timeout.seconds?.value : defaultTimeout(ctx, pair)
      if (given === undefined || given >= wanted.seconds) return
      const { start, end } = timeout ? placeOf(timeout) : placeOf(program.keyword)
      const own = timeout ? `${given} s` : `${given} s, as nothing else is said here,`
      ctx.report(
        { start, end },
        `monit waits ${own} for a start that systemd gives ${wanted.seconds} s (${wanted.source} of '${unit.name}'); it may say 'failed to start' and start again too early`,
        { fixes: fixesFor(pair, Math.ceil(wanted.seconds)) },
      )
    },
  },
})

/** How long systemd lets a start take, in seconds; undefined where it takes no time, any time, or nobody knows. */
function startTime(unit: UnitInSight): { readonly seconds: number; readonly source: string } | undefined {
  const { effective } = unit
  if (!['Type', 'TimeoutStartSec', 'TimeoutSec'].every((name) => effective.settled('Service', name)))
    return undefined
  const type = serviceType(unit)
  if (type === undefined || type === 'oneshot') return undefined
  const isAwaited = ['notify', 'notify-reload', 'forking', 'dbus'].includes(type)
  // systemd waits for the commands before the service itself, whatever the type.
  if (!isAwaited && !effective.has('Service', 'ExecStartPre')) return undefined
  const [own, both] = (['TimeoutStartSec', 'TimeoutSec'] as const).map((name) =>
    effective.last('Service', name),
  )
  const set = own && both ? (own.assignment.start > both.assignment.start ? own : both) : (own ?? both)
  if (!set) return isAwaited ? { seconds: 90, source: "the default of 'TimeoutStartSec='" } : undefined
  const { name } = set.directive
  const span = spanOfTime(unit, 'Service', name)
  // 0 is no limit, as systemd reads it.
  if (span === undefined || span === infinity || span === 0n) return undefined
  return { seconds: Number(span) / 1_000_000, source: `'${name}='` }
}

/** monit's own, in seconds, where no `set limits` changes it; that may stand in a file that is not at hand. */
function defaultTimeout(
  { document, controlFiles }: AcrossContext,
  { program, service }: Pair,
): number | undefined {
  const limit = program.role === 'start' ? 'startTimeout' : 'restartTimeout'
  const isLimited =
    controlFiles().some(({ text }) => text.toLowerCase().includes(limit.toLowerCase())) ||
    document.globals.some(
      ({ name, node, start }) =>
        name === 'limits' &&
        (isDivided(document.tree, start, service.start) ||
          node?.children.some((child) => kindOf(document.tree.tokens, child.first) === limit)),
    )
  return isLimited ? undefined : 30
}

function fixesFor({ program: { command } }: Pair, seconds: number): readonly Fix[] {
  const { timeout, arguments: words } = command
  if (timeout?.seconds) {
    const edits = [{ span: placeOf(timeout.seconds), newText: `${seconds}` }]
    return [{ title: `Wait ${seconds} seconds`, safe: false, edits }]
  }
  if (!command.quotes?.isClosed || words.some(({ isAppended }) => isAppended)) return []
  const end = endOfCommand(command)
  const edits = [{ span: { start: end, end }, newText: ` with timeout ${seconds} seconds` }]
  return [{ title: `Wait ${seconds} seconds`, safe: false, edits }]
}
