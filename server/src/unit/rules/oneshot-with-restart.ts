import { man, unitRule } from './rule.ts'
import { serviceType } from './service-type.ts'

/** The last version on record that refuses RestartForceExitStatus=. */
const forceExitStatusRefusedUntil = 254

export const oneshotWithRestart = unitRule({
  id: 'oneshot-with-restart',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'a oneshot service that is to be restarted after success',
    why: 'The commands of `Type=oneshot` end when their work is done, so a restart after success would go on for ever. systemd refuses to load the unit with `Restart=always` or `Restart=on-success`. For a job that failed there is `Restart=on-failure`; for one that comes round there are timers; a program that stays up is no oneshot.',
    bad: [
      {
        file: 'backup.service',
        text: '[Service]\nType=oneshot\nExecStart=/srv/web/backup\nRestart=always\n',
      },
    ],
    good: [
      {
        file: 'backup.service',
        text: '[Service]\nType=oneshot\nExecStart=/srv/web/backup\nRestart=on-failure\n',
      },
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nRestart=always\n' },
    ],
    refs: [man('systemd.service', 'Restart=')],
  },
  on: {
    file(ctx, { identity }) {
      if (identity.type !== 'service' || serviceType(ctx) !== 'oneshot') return
      const { effective } = ctx
      const restart = effective.text('Service', 'Restart')
      if (restart === 'always' || restart === 'on-success') {
        const span = effective.last('Service', 'Restart')!.assignment.valueSpan
        ctx.report(
          span,
          `Type=oneshot can't have Restart=${restart}, since its commands are meant to end; systemd refuses the service`,
          {
            fixes: [{ title: 'Change to on-failure', safe: false, edits: [{ span, newText: 'on-failure' }] }],
          },
        )
      }
      if (ctx.target.version > forceExitStatusRefusedUntil) return
      for (const { assignment } of effective.all('Service', 'RestartForceExitStatus')) {
        ctx.report(
          assignment.keySpan,
          `systemd ${ctx.target.version} refuses a service of Type=oneshot with 'RestartForceExitStatus='`,
        )
      }
    },
  },
})
