import { man, type UnitContext, unitRule } from './rule.ts'
import { flag } from './service-type.ts'

/** The first version on record that refuses a PAM session in a PID namespace. */
const pamRefusedSince = 262

export const privatePidsConflict = unitRule({
  id: 'private-pids-conflict',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: '`PrivatePIDs=yes` where processes can not have numbers of their own',
    why: 'With `PrivatePIDs=yes` the main process is number 1 of its own small world. systemd refuses that for `Type=forking`, whose main process is another one than it started, for the commands of sockets, mounts and swaps, and from systemd 262 on together with `PAMName=`.',
    bad: [
      {
        file: 'web.service',
        version: 257,
        text: '[Service]\nType=forking\nExecStart=/srv/web/run --daemon\nPrivatePIDs=yes\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        version: 257,
        text: '[Service]\nType=exec\nExecStart=/srv/web/run\nPrivatePIDs=yes\n',
      },
    ],
    refs: [man('systemd.exec', 'PrivatePIDs=')],
  },
  on: {
    file(ctx) {
      const { effective, target } = ctx
      for (const section of ['Socket', 'Mount', 'Swap']) {
        if (!isPrivate(ctx, section)) continue
        report(
          ctx,
          section,
          `'PrivatePIDs=' works in services only; systemd refuses a unit with it in [${section}]`,
        )
      }
      if (!isPrivate(ctx, 'Service')) return
      if (effective.text('Service', 'Type') === 'forking') {
        report(
          ctx,
          'Service',
          "Type=forking can't go with 'PrivatePIDs=', since its main process is not the one that systemd starts; systemd refuses it",
        )
      }
      if (target.version >= pamRefusedSince && effective.text('Service', 'PAMName') !== undefined) {
        report(ctx, 'Service', "'PAMName=' can't go with 'PrivatePIDs='; systemd refuses the service")
      }
    },
  },
})

function isPrivate(ctx: UnitContext, section: string): boolean {
  return (
    ctx.effective.text(section, 'PrivatePIDs') !== undefined && flag(ctx, section, 'PrivatePIDs') !== false
  )
}

function report(ctx: UnitContext, section: string, message: string): void {
  const span = ctx.effective.last(section, 'PrivatePIDs')!.assignment.valueSpan
  ctx.report(span, message, {
    fixes: [{ title: 'Change to no', safe: false, edits: [{ span, newText: 'no' }] }],
  })
}
