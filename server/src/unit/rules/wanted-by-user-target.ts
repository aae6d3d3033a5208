import { commentLineAbove } from '../edit/comment.ts'
import { namedUnits, userTargets, wanting } from './named-units.ts'
import { man, unitRule } from './rule.ts'

export const wantedByUserTarget = unitRule({
  id: 'wanted-by-user-target',
  kind: 'trap',
  severity: 'warning',
  wants: ({ section, name }) => section === 'Install' && wanting.has(name),
  docs: {
    summary: 'a system unit that is to be started by a target which only user managers have',
    why: 'Targets such as `graphical-session.target` exist once for each user who is logged in, never in the system manager. `systemctl enable` makes the link with a warning at most, and the service is never started. Either the unit is for user managers, or it wants `multi-user.target` or `graphical.target`.',
    bad: [
      {
        file: '/etc/systemd/system/tray.service',
        text: '[Service]\nExecStart=/usr/bin/tray\n\n[Install]\nWantedBy=graphical-session.target\n',
      },
    ],
    good: [
      {
        file: '/etc/systemd/user/tray.service',
        text: '[Service]\nExecStart=/usr/bin/tray\n\n[Install]\nWantedBy=graphical-session.target\n',
      },
    ],
    refs: [man('systemd.special', 'Units managed by the user service manager')],
  },
  on: {
    known(ctx, { assignment, directive }) {
      if (ctx.target.manager !== 'system') return
      if (!wanting.has(directive.name)) return
      const { identity, tree } = ctx.document
      for (const unit of namedUnits(ctx, assignment)) {
        if (!userTargets.has(unit.name)) continue
        if (identity.manager === 'system') {
          ctx.report(
            unit.span,
            `the system manager has no '${unit.name}', so the unit is enabled but never started by it`,
          )
          continue
        }
        // Nothing but the default says that it is a system unit, and this says that it is not.
        ctx.report(
          unit.span,
          `'${unit.name}' is for user managers only, and this is checked as a system unit`,
          {
            severity: 'information',
            fixes: [
              {
                title: 'Mark the file as a user unit',
                safe: false,
                edits: [commentLineAbove(tree, tree.items[0]!, '# unitwright: instance=user')],
              },
            ],
          },
        )
      }
    },
  },
})
