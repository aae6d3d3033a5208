import { microseconds, readSpan } from '../values/times/time-span.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

export const restartWithoutDelay = unitRule({
  id: 'restart-without-delay',
  kind: 'trap',
  severity: 'hint',
  wants: ({ section, name }) => section === 'Service' && name === 'RestartSec',
  docs: {
    summary: '`RestartSec=0` in a service that is restarted',
    why: 'A service that fails at start, because its database is still coming up say, is started again at once. Five failures take less than a second, and then systemd gives up with `start request repeated too quickly`. Where the start limit is switched off it never gives up and keeps a processor busy. A second of delay costs nothing.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nRestart=always\nRestartSec=0\n',
      },
      {
        file: 'web.service',
        text: '[Unit]\nStartLimitIntervalSec=0\n\n[Service]\nExecStart=/srv/web/run\nRestart=always\nRestartSec=0\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nRestart=always\nRestartSec=1\n',
      },
    ],
    refs: [man('systemd.service', 'RestartSec='), man('systemd.unit', 'StartLimitIntervalSec=')],
  },
  on: {
    known(ctx, { assignment }) {
      const { effective } = ctx
      if (effective.last('Service', 'RestartSec')?.assignment !== assignment) return
      const restart = effective.text('Service', 'Restart')
      if (restart === undefined || restart === 'no' || !isZero(ctx.value(assignment).text)) return
      if (effective.has('Service', 'RestartSteps')) return
      const endless = isLimitOff(ctx)
      if (endless === undefined) return
      const message = endless
        ? `without delay and without a start limit, a service that fails at start is tried again at full speed forever`
        : `without delay, a service that fails at start uses up its tries in a moment and stays down`
      ctx.report(assignment.valueSpan, message, {
        ...(endless ? { severity: 'warning' } : {}),
        fixes: [
          {
            title: 'Change to 1',
            safe: false,
            edits: [{ span: assignment.valueSpan, newText: '1' }],
          },
        ],
      })
    },
  },
})

function isZero(text: string): boolean {
  return readSpan(text, microseconds) === 0n
}

/** Whether the start limit is off; undefined where the file sets one, or may do so. */
function isLimitOff({ effective }: UnitContext): boolean | undefined {
  const names = ['StartLimitIntervalSec', 'StartLimitBurst'] as const
  if (!names.every((name) => effective.settled('Unit', name))) return undefined
  const [interval, burst] = names.map((name) => effective.text('Unit', name))
  if ((interval !== undefined && isZero(interval)) || burst === '0') return true
  return interval === undefined && burst === undefined ? false : undefined
}
