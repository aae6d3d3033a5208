import { removeItem } from '../edit/list-item.ts'
import { demanding, namedUnits, systemTargets } from './named-units.ts'
import { man, unitRule } from './rule.ts'

export const missingInUserManager = unitRule({
  id: 'missing-in-user-manager',
  kind: 'trap',
  severity: 'information',
  wants: ({ parser }) => parser === 'unit_deps',
  docs: {
    summary: 'a user unit that depends on a target which only the system manager has',
    why: 'The managers of users (`systemctl --user`) know nothing of the units of the system. `After=network.target` in a user unit orders nothing, without a word; `Wants=` starts nothing; with `Requires=` the unit fails to start with `Unit network.target not found`. A program that needs the network has to wait for it by itself, or to fail and be restarted.',
    bad: [
      {
        file: '/home/deploy/.config/systemd/user/web.service',
        text: '[Unit]\nAfter=network.target\n\n[Service]\nExecStart=/srv/web/run\n',
      },
      {
        file: '/home/deploy/.config/systemd/user/web.service',
        text: '[Unit]\nRequires=network-online.target\n\n[Service]\nExecStart=/srv/web/run\n',
      },
    ],
    good: [
      {
        file: '/home/deploy/.config/systemd/user/web.service',
        text: '[Unit]\nAfter=graphical-session.target\n\n[Service]\nExecStart=/srv/web/run\n',
      },
      {
        file: '/etc/systemd/system/web.service',
        text: '[Unit]\nAfter=network.target\n\n[Service]\nExecStart=/srv/web/run\n',
      },
    ],
    refs: [man('systemd.special', 'Units managed by the user service manager')],
  },
  on: {
    known(ctx, { assignment, directive }) {
      if (ctx.target.manager !== 'user') return
      for (const unit of namedUnits(ctx, assignment)) {
        if (!systemTargets.has(unit.name)) continue
        const fails = demanding.has(directive.name)
        // Template code may leave the line out.
        if (
          fails &&
          !ctx.effective.all('Unit', directive.name).some((each) => each.assignment === assignment)
        )
          continue
        const effect = fails
          ? `with '${directive.name}=' the unit fails to start`
          : `'${directive.name}=' does nothing here`
        ctx.report(unit.span, `a user manager has no '${unit.name}'; ${effect}`, {
          ...(fails ? { severity: 'error' } : { tag: 'unnecessary' }),
          fixes: [
            {
              title: `Remove ${unit.name}`,
              safe: fails,
              edits: [removeItem(assignment, ctx.value(assignment), unit)],
            },
          ],
        })
      }
    },
  },
})
