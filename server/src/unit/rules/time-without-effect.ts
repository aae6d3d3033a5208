import { removeLine } from '../edit/list-item.ts'
import { infinity } from '../values/times/time-span.ts'
import { man, type UnitContext, unitRule } from './rule.ts'
import { serviceType } from './service-type.ts'
import { spanOfTime } from './span-of-time.ts'

/** What RestartSec= is where neither the unit nor the machine sets it: 100ms. */
const defaultRestartDelay = 100_000n

export const timeWithoutEffect = unitRule({
  id: 'time-without-effect',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary: 'a time that another setting makes meaningless',
    why: 'systemd logs a warning and does not do what was written: `RuntimeMaxSec=` does not stop a `Type=oneshot` (`TimeoutStartSec=` does), `RuntimeRandomizedExtraSec=` adds to a limit that must be there, `RestartMaxDelaySec=` is the upper end of delays that begin at `RestartSec=`, and a job that has to end within `JobTimeoutSec=` can not run longer.',
    bad: [
      {
        file: 'backup.service',
        text: '[Service]\nType=oneshot\nExecStart=/srv/web/backup\nRuntimeMaxSec=1h\n',
      },
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nRuntimeRandomizedExtraSec=10min\n' },
      {
        file: 'web.service',
        text: '[Unit]\nJobTimeoutSec=30\nJobRunningTimeoutSec=1min\n[Service]\nExecStart=/srv/web/run\n',
      },
    ],
    good: [
      {
        file: 'backup.service',
        text: '[Service]\nType=oneshot\nExecStart=/srv/web/backup\nTimeoutStartSec=1h\n',
      },
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nRuntimeMaxSec=1d\nRuntimeRandomizedExtraSec=10min\n',
      },
    ],
    refs: [
      man('systemd.service', 'RuntimeMaxSec='),
      man('systemd.service', 'RestartMaxDelaySec='),
      man('systemd.unit', 'JobTimeoutSec='),
    ],
  },
  on: {
    file(ctx, { identity }) {
      checkJob(ctx)
      if (identity.type !== 'service') return
      checkRuntime(ctx)
      checkRestart(ctx)
    },
  },
})

function checkJob(ctx: UnitContext): void {
  const running = spanOfTime(ctx, 'Unit', 'JobRunningTimeoutSec')
  const all = spanOfTime(ctx, 'Unit', 'JobTimeoutSec')
  if (running === undefined || all === undefined || running === infinity || running <= all) return
  report(
    ctx,
    'Unit',
    'JobRunningTimeoutSec',
    "'JobRunningTimeoutSec=' is longer than 'JobTimeoutSec=', which ends the job first",
  )
}

function checkRuntime(ctx: UnitContext): void {
  const { effective } = ctx
  const limit = spanOfTime(ctx, 'Service', 'RuntimeMaxSec')
  if (limit !== undefined && limit !== infinity && serviceType(ctx) === 'oneshot') {
    const { keySpan } = effective.last('Service', 'RuntimeMaxSec')!.assignment
    ctx.report(
      keySpan,
      "'RuntimeMaxSec=' is ignored with Type=oneshot, whose whole work is its start; 'TimeoutStartSec=' limits that",
      {
        fixes: effective.has('Service', 'TimeoutStartSec')
          ? []
          : [
              {
                title: 'Change to TimeoutStartSec=',
                safe: false,
                edits: [{ span: keySpan, newText: 'TimeoutStartSec' }],
              },
            ],
      },
    )
  }
  const extra = spanOfTime(ctx, 'Service', 'RuntimeRandomizedExtraSec')
  if (!extra || !effective.settled('Service', 'RuntimeMaxSec') || (limit ?? infinity) !== infinity) return
  report(
    ctx,
    'Service',
    'RuntimeRandomizedExtraSec',
    "'RuntimeRandomizedExtraSec=' adds to 'RuntimeMaxSec=', which sets no limit; systemd ignores it",
  )
}

function checkRestart(ctx: UnitContext): void {
  const { effective } = ctx
  const longest = spanOfTime(ctx, 'Service', 'RestartMaxDelaySec')
  const set = spanOfTime(ctx, 'Service', 'RestartSec')
  const first = set ?? (effective.lacks('Service', 'RestartSec') ? defaultRestartDelay : undefined)
  if (longest !== undefined && first !== undefined && longest < first) {
    const known = effective.last('Service', 'RestartMaxDelaySec')!
    ctx.report(
      known.assignment.keySpan,
      `'RestartMaxDelaySec=' is shorter than ${set === undefined ? "the 100ms that 'RestartSec=' is by default" : "'RestartSec='"}; systemd waits that short from the first restart on`,
    )
  }
  if (spanOfTime(ctx, 'Service', 'RestartRandomizedDelaySec') !== infinity) return
  report(
    ctx,
    'Service',
    'RestartRandomizedDelaySec',
    "'RestartRandomizedDelaySec=' can't be infinity; systemd restarts without such a delay",
  )
}

function report(ctx: UnitContext, section: string, name: string, message: string): void {
  const { assignment } = ctx.effective.last(section, name)!
  ctx.report(assignment.keySpan, message, {
    fixes: [{ title: `Remove ${name}=`, safe: false, edits: [removeLine(assignment)] }],
  })
}
