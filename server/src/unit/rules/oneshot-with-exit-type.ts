import { removeLine } from '../edit/list-item.ts'
import { man, unitRule } from './rule.ts'
import { serviceType } from './service-type.ts'

export const oneshotWithExitType = unitRule({
  id: 'oneshot-with-exit-type',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'a oneshot service that is to wait for all of its processes',
    why: '`ExitType=cgroup` lets a service run until its last process has ended. `Type=oneshot` is over when its commands are, whatever they leave behind, and systemd refuses to load a unit that says both.',
    bad: [
      {
        file: 'backup.service',
        text: '[Service]\nType=oneshot\nExecStart=/srv/web/backup\nExitType=cgroup\n',
      },
    ],
    good: [{ file: 'backup.service', text: '[Service]\nExecStart=/srv/web/backup\nExitType=cgroup\n' }],
    refs: [man('systemd.service', 'ExitType=')],
  },
  on: {
    file(ctx, { identity }) {
      if (identity.type !== 'service' || ctx.effective.text('Service', 'ExitType') !== 'cgroup') return
      if (serviceType(ctx) !== 'oneshot') return
      const { assignment } = ctx.effective.last('Service', 'ExitType')!
      ctx.report(
        assignment.valueSpan,
        "Type=oneshot can't have ExitType=cgroup, since it is over when its commands are; systemd refuses the service",
        { fixes: [{ title: 'Remove ExitType=', safe: false, edits: [removeLine(assignment)] }] },
      )
    },
  },
})
