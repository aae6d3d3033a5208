import { man, type UnitContext, unitRule } from './rule.ts'
import { flag } from './service-type.ts'

export const privateUsersConflict = unitRule({
  id: 'private-users-conflict',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: '`PrivateUsers=` beside another setting that decides on the users',
    why: '`PrivateUsers=managed` lets systemd pick a range of users for the unit, so it refuses `User=`, `Group=`, `DynamicUser=yes` and `PAMName=` beside it. With `UserNamespacePath=` the unit joins a world of users that is there already, so no `PrivateUsers=` can make one.',
    bad: [
      {
        file: 'web.service',
        version: 262,
        text: '[Service]\nExecStart=/srv/web/run\nUser=web\nPrivateUsers=managed\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        version: 262,
        text: '[Service]\nExecStart=/srv/web/run\nPrivateUsers=managed\n',
      },
      {
        file: 'web.service',
        version: 262,
        text: '[Service]\nExecStart=/srv/web/run\nUser=web\nPrivateUsers=self\n',
      },
    ],
    refs: [man('systemd.exec', 'PrivateUsers=')],
  },
  on: {
    file(ctx) {
      for (const section of ['Service', 'Socket', 'Mount', 'Swap']) check(ctx, section)
    },
  },
})

function check(ctx: UnitContext, section: string): void {
  const { effective } = ctx
  const users = effective.last(section, 'PrivateUsers')
  if (!users || flag(ctx, section, 'PrivateUsers') === false) return
  const span = users.assignment.valueSpan
  if (effective.text(section, 'PrivateUsers') === 'managed') {
    const other = ['User', 'Group', 'PAMName'].find((name) => effective.last(section, name))
    const name = other ?? (flag(ctx, section, 'DynamicUser') ? 'DynamicUser' : undefined)
    if (name) {
      ctx.report(
        span,
        `PrivateUsers=managed picks the users itself and can't go with '${name}='; systemd refuses the unit`,
      )
    }
  }
  if (effective.last(section, 'UserNamespacePath')) {
    ctx.report(
      span,
      "'PrivateUsers=' can't go with 'UserNamespacePath=', which names the users' namespace already; systemd refuses the unit",
    )
  }
}
