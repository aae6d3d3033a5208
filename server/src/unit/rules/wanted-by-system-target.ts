import type { Fix } from '../../base/edit.ts'
import { removeItem } from '../edit/list-item.ts'
import type { Assignment } from '../syntax/tree.ts'
import { type NamedUnit, namedUnits, systemTargets, wanting } from './named-units.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

export const wantedBySystemTarget = unitRule({
  id: 'wanted-by-system-target',
  kind: 'trap',
  severity: 'error',
  wants: ({ section, name }) => section === 'Install' && wanting.has(name),
  docs: {
    summary: 'a user unit that is to be started by a target which only the system manager has',
    why: 'A user manager (`systemctl --user`) has no `multi-user.target`. `systemctl --user enable` makes the link with a warning at most, and the service is never started: not at login, not at boot. `default.target` is what a user manager starts. For a start at boot without anybody logged in, the user also needs `loginctl enable-linger USER`.',
    bad: [
      {
        file: '/home/deploy/.config/systemd/user/web.service',
        text: '[Service]\nExecStart=/srv/web/run\n\n[Install]\nWantedBy=multi-user.target\n',
      },
    ],
    good: [
      {
        file: '/home/deploy/.config/systemd/user/web.service',
        text: '[Service]\nExecStart=/srv/web/run\n\n[Install]\nWantedBy=default.target\n',
      },
    ],
    refs: [
      man('systemd.special', 'Units managed by the user service manager'),
      man('systemd.unit', 'WantedBy='),
    ],
  },
  on: {
    known(ctx, { assignment, directive }) {
      if (ctx.target.manager !== 'user') return
      if (!wanting.has(directive.name) || !isCertain(ctx, assignment)) return
      for (const unit of namedUnits(ctx, assignment)) {
        if (!systemTargets.has(unit.name)) continue
        const message = `a user manager has no '${unit.name}', so the unit is enabled but never started by it`
        ctx.report(unit.span, message, {
          // A file for both managers names a target of each.
          ...(hasOther(ctx) ? { severity: 'information' } : {}),
          fixes: fixesFor(ctx, assignment, unit),
        })
      }
    },
  },
})

const boot: ReadonlySet<string> = new Set(['multi-user.target', 'graphical.target'])

function fixesFor(ctx: UnitContext, assignment: Assignment, unit: NamedUnit): readonly Fix[] {
  const value = ctx.value(assignment)
  if (namedUnits(ctx, assignment).some(({ name }) => name === 'default.target')) {
    const edits = [removeItem(assignment, value, unit)]
    return [{ title: `Remove ${unit.name}`, safe: boot.has(unit.name), edits }]
  }
  const change = (to: string, safe: boolean): Fix => ({
    title: `Change to ${to}`,
    safe,
    edits: [{ span: unit.span, newText: to }],
  })
  if (unit.name === 'graphical.target') {
    return [change('default.target', false), change('graphical-session.target', false)]
  }
  return [change('default.target', unit.name === 'multi-user.target')]
}

/** False where template code may leave the line out, or put another one there. */
function isCertain({ effective }: UnitContext, assignment: Assignment): boolean {
  return effective.all('Install', ...wanting).some((each) => each.assignment === assignment)
}

/** True where something else may start the unit when it is enabled. */
function hasOther(ctx: UnitContext): boolean {
  return [...wanting].some((name) =>
    ctx.effective.all('Install', name).some(({ assignment }) =>
      ctx
        .value(assignment)
        .text.split(/\s+/)
        .some((word) => word !== '' && !systemTargets.has(word)),
    ),
  )
}
