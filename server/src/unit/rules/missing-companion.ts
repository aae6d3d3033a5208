import { readBoolean } from '../values/boolean.ts'
import { infinity } from '../values/times/time-span.ts'
import { man, type UnitContext, unitRule } from './rule.ts'
import { usesCredentials } from './service-type.ts'
import { spanOfTime } from './span-of-time.ts'

export const missingCompanion = unitRule({
  id: 'missing-companion',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary: 'a setting of a service that counts only together with another one',
    why: 'Some settings come in pairs: `RestartSteps=` and `RestartMaxDelaySec=`, `USBFunctionDescriptors=` and `USBFunctionStrings=`; and `RefreshOnReload=` needs something to refresh. Where the other one is missing, systemd says so when it loads the unit and goes on as if this one were not there.',
    bad: [
      {
        file: 'web.service',
        version: 257,
        text: '[Service]\nExecStart=/srv/web/run\nRestart=on-failure\nRestartSec=1\nRestartSteps=5\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        version: 257,
        text: '[Service]\nExecStart=/srv/web/run\nRestart=on-failure\nRestartSec=1\nRestartSteps=5\nRestartMaxDelaySec=1min\n',
      },
    ],
    refs: [man('systemd.service', 'RestartSteps='), man('systemd.service', 'USBFunctionDescriptors=')],
  },
  on: {
    file(ctx, { identity }) {
      if (identity.type !== 'service' || !ctx.effective.complete) return
      checkPair(ctx, 'USBFunctionDescriptors', 'USBFunctionStrings')
      checkPair(ctx, 'RestartSteps', 'RestartMaxDelaySec')
      checkRefresh(ctx)
    },
  },
})

function checkPair(ctx: UnitContext, ...names: readonly [string, string]): void {
  const [first, second] = names.map((name) => isSet(ctx, name))
  // Where one of them depends on a template, nobody knows.
  if (first === undefined || second === undefined || first === second) return
  const [there, missing] = first ? names : [names[1], names[0]]
  const known = ctx.effective.last('Service', there)!
  ctx.report(
    known.assignment.keySpan,
    `'${there}=' does nothing without '${missing}='; systemd ignores it until that is set too`,
  )
}

/** Whether a directive has a value other than its default; undefined where nobody knows. */
function isSet(ctx: UnitContext, name: string): boolean | undefined {
  const { effective } = ctx
  if (!effective.settled('Service', name)) return undefined
  if (name === 'RestartMaxDelaySec') return (spanOfTime(ctx, 'Service', name) ?? infinity) !== infinity
  const text = effective.text('Service', name)
  return text !== undefined && !(name === 'RestartSteps' && /^\+?0*$/.test(text))
}

/** What a service refreshes when it is reloaded, as far as it says so. */
function checkRefresh(ctx: UnitContext): void {
  const { effective } = ctx
  if (!effective.settled('Service', 'RefreshOnReload')) return
  const what = refreshed(ctx)
  const known = effective.last('Service', 'RefreshOnReload')
  // All at once means whatever there is.
  if (!known || !what || what.size === 2) return
  const span = known.assignment.keySpan
  if (what.has('credentials') && !usesCredentials(ctx)) {
    ctx.report(
      span,
      "'RefreshOnReload=credentials' has nothing to refresh, as the service sets no 'LoadCredential=' or the like",
    )
  }
  if (!what.has('extensions')) return
  if (!pickedExtension(ctx)) {
    ctx.report(
      span,
      "'RefreshOnReload=extensions' has nothing to refresh: no 'ExtensionImages=' or 'ExtensionDirectories=' names a folder of versions ('.v')",
    )
  } else if (effective.lacks('Service', 'ExecStart')) {
    ctx.report(
      span,
      "'RefreshOnReload=extensions' is for a running program, and the service has no 'ExecStart='",
    )
  }
}

/** The words that `config_parse_service_refresh_on_reload()` ends up with; undefined where nothing is set. */
function refreshed(ctx: UnitContext): ReadonlySet<string> | undefined {
  let words: Set<string> | undefined
  for (const { assignment } of ctx.effective.all('Service', 'RefreshOnReload')) {
    const { text } = ctx.value(assignment)
    const all = readBoolean(text)
    if (all !== undefined) {
      words = new Set(all ? ['extensions', 'credentials'] : [])
      continue
    }
    const named = text.replace(/^~/, '').trim().split(/\s+/)
    const removes = text.startsWith('~')
    words ??= new Set(removes ? ['extensions'] : [])
    for (const word of named) {
      if (removes) words.delete(word)
      else words.add(word)
    }
  }
  return words
}

/** True where a path leads into a folder of versions from which systemd picks one: `path_uses_vpick()`. */
function pickedExtension({ effective, value }: UnitContext): boolean {
  return effective
    .all('Service', 'ExtensionImages', 'ExtensionDirectories')
    .some(({ assignment }) => /\.v(?:[\s:/]|$)/.test(value(assignment).text))
}
