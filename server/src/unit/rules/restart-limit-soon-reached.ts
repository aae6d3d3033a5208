import type { Fix } from '../../base/edit.ts'
import { formatSpan, infinity } from '../values/times/time-span.ts'
import { man, type UnitContext, unitRule } from './rule.ts'
import { spanOfTime } from './span-of-time.ts'
import { type StartLimit, startLimitOf } from './start-limit.ts'

/** From here on, in microseconds, failures that nobody remembers count as well: 30 days. */
const tooLong = 30n * 24n * 3600n * 1_000_000n

export const restartLimitSoonReached = unitRule({
  id: 'restart-limit-soon-reached',
  kind: 'trap',
  severity: 'information',
  wants: ({ name }) => limits.has(name),
  docs: {
    summary: 'a limit of starts that leaves a service that is restarted down for good',
    why: 'systemd refuses a start when there were `StartLimitBurst=` of them within `StartLimitIntervalSec=`, and the first start counts. With a burst of 1 the first restart within the interval is refused already: a service that fails right after its start is never tried again, whatever `Restart=` says. With an interval of months, or without end, all starts since boot add up, the failures of last week and restarts by hand included, until the service stays down. `systemctl reset-failed` lets it start again.',
    bad: [
      {
        file: 'web.service',
        text: '[Unit]\nStartLimitBurst=1\n\n[Service]\nExecStart=/srv/web/run\nRestart=always\n',
      },
      {
        file: 'web.service',
        text: '[Unit]\nStartLimitIntervalSec=infinity\n\n[Service]\nExecStart=/srv/web/run\nRestart=always\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Unit]\nStartLimitBurst=5\nStartLimitIntervalSec=60\n\n[Service]\nExecStart=/srv/web/run\nRestart=always\n',
      },
    ],
    refs: [man('systemd.unit', 'StartLimitIntervalSec='), man('systemd.service', 'Restart=')],
  },
  on: {
    known(ctx, { assignment, directive }) {
      const { effective } = ctx
      const name = limits.get(directive.name)!
      if (effective.last('Unit', name)?.assignment !== assignment) return
      if ((effective.text('Service', 'Restart') ?? 'no') === 'no') return
      const limit = startLimitOf(ctx)
      const finding = limit && findingOf(ctx, name, limit)
      if (finding)
        ctx.report(assignment.valueSpan, finding.message, { fixes: fixesFor(assignment.valueSpan, finding) })
    },
  },
})

/** The names of old, and those that they stand for. */
const limits: ReadonlyMap<string, 'StartLimitBurst' | 'StartLimitIntervalSec'> = new Map([
  ['StartLimitBurst', 'StartLimitBurst'],
  ['StartLimitIntervalSec', 'StartLimitIntervalSec'],
  ['StartLimitInterval', 'StartLimitIntervalSec'],
])

interface Finding {
  readonly message: string
  readonly better: string
}

function findingOf(
  ctx: UnitContext,
  name: 'StartLimitBurst' | 'StartLimitIntervalSec',
  { burst, interval }: StartLimit,
): Finding | undefined {
  if (interval >= tooLong) {
    if (name === 'StartLimitBurst') return undefined
    const times = burst === 1n ? 'one start' : `${burst} starts`
    return {
      message: `after ${times} in ${interval === infinity ? 'all the time since boot' : formatSpan(interval)}, by hand or by Restart=, the service stays down until 'systemctl reset-failed'`,
      better: '1min',
    }
  }
  if (name !== 'StartLimitBurst' || burst !== 1n) return undefined
  const delay = ctx.effective.has('Service', 'RestartSec')
    ? spanOfTime(ctx, 'Service', 'RestartSec')
    : 100_000n
  // Restarts that are further apart than that are never refused.
  if (delay === undefined || delay >= interval) return undefined
  return {
    message: `a restart within ${formatSpan(interval)} of the last start is refused, so a service that fails right after its start stays down whatever Restart= says`,
    better: '5',
  }
}

function fixesFor(span: Fix['edits'][number]['span'], { better }: Finding): readonly Fix[] {
  return [{ title: `Change to ${better}`, safe: false, edits: [{ span, newText: better }] }]
}
