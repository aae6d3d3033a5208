import type { Fix } from '../../base/edit.ts'
import { formatSpan, infinity } from '../values/times/time-span.ts'
import { man, type UnitContext, unitRule } from './rule.ts'
import { spanOfTime } from './span-of-time.ts'
import { startLimitOf } from './start-limit.ts'

export const restartLimitNeverReached = unitRule({
  id: 'restart-limit-never-reached',
  kind: 'trap',
  severity: 'information',
  wants: ({ section, name }) => section === 'Service' && name === 'RestartSec',
  docs: {
    summary: 'a limit of starts that restarts can not reach, so slow are they',
    why: 'systemd gives up on a service after `StartLimitBurst=` starts within `StartLimitIntervalSec=`. With a `RestartSec=` so long that not so many restarts fit into the interval, it never does: a service that can not start is tried forever. Make the interval longer than burst times delay, or say `StartLimitIntervalSec=0` if forever is what you want.',
    bad: [
      {
        file: 'web.service',
        text: '[Unit]\nStartLimitIntervalSec=30\nStartLimitBurst=5\n\n[Service]\nExecStart=/srv/web/run\nRestart=always\nRestartSec=10\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Unit]\nStartLimitIntervalSec=120\nStartLimitBurst=5\n\n[Service]\nExecStart=/srv/web/run\nRestart=always\nRestartSec=10\n',
      },
    ],
    refs: [man('systemd.unit', 'StartLimitIntervalSec='), man('systemd.service', 'RestartSec=')],
  },
  on: {
    known(ctx, { assignment }) {
      const { effective } = ctx
      if (!effective.has('Unit', 'StartLimitIntervalSec') && !effective.has('Unit', 'StartLimitBurst')) return
      if (effective.last('Service', 'RestartSec')?.assignment !== assignment) return
      const restart = effective.text('Service', 'Restart')
      if (restart === undefined || restart === 'no') return
      const limit = startLimitOf(ctx)
      const delay = spanOfTime(ctx, 'Service', 'RestartSec')
      if (
        !limit ||
        limit.interval === infinity ||
        delay === undefined ||
        delay === infinity ||
        limit.burst * delay <= limit.interval
      )
        return
      const message = `${limit.burst} restarts ${formatSpan(delay)} apart take longer than the ${formatSpan(limit.interval)} of the start limit, so it is never reached`
      ctx.report(assignment.valueSpan, message, { fixes: fixesFor(ctx, limit.burst * delay) })
    },
  },
})

/** An interval with room for twice as many restarts, so that the programs may run for a while before they fail. */
function fixesFor(ctx: UnitContext, needed: bigint): readonly Fix[] {
  const interval = ctx.effective.last('Unit', 'StartLimitIntervalSec')
  if (!interval) return []
  const text = formatSpan(2n * needed)
  return [
    {
      title: `Change ${interval.directive.name}= to ${text}`,
      safe: false,
      edits: [{ span: interval.assignment.valueSpan, newText: text }],
    },
  ]
}
