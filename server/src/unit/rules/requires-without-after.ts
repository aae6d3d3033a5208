import { lineBelow } from '../edit/insert.ts'
import { namedUnits } from './named-units.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

const names: ReadonlySet<string> = new Set(['Requires', 'Requisite', 'BindsTo', 'BindTo'])

export const requiresWithoutAfter = unitRule({
  id: 'requires-without-after',
  kind: 'trap',
  severity: 'information',
  wants: ({ section, name }) => section === 'Unit' && names.has(name),
  docs: {
    summary: '`Requires=` of a service without `After=` of it',
    why: 'Needing a unit and waiting for it are two things to systemd. With `Requires=db.service` alone both services start at the same moment, and yours may be up before the database is; sometimes it works, sometimes not. `After=db.service` makes it wait.',
    bad: [
      {
        file: 'web.service',
        text: '[Unit]\nRequires=db.service\n\n[Service]\nExecStart=/srv/web/run\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Unit]\nRequires=db.service\nAfter=db.service\n\n[Service]\nExecStart=/srv/web/run\n',
      },
    ],
    refs: [man('systemd.unit', 'Requires='), man('systemd.unit', 'After=')],
  },
  on: {
    known(ctx, { assignment, directive }) {
      if (ctx.document.identity.type !== 'service') return
      const { effective } = ctx
      if (!effective.settled('Unit', 'After') || !effective.settled('Unit', 'Before')) return
      const ordered = orderedUnits(ctx)
      for (const unit of namedUnits(ctx, assignment)) {
        // Sockets, mounts and targets are ordered before services by default, or are meant to run beside them.
        if (!unit.name.endsWith('.service') || ordered.has(unit.name)) continue
        const message = `'${directive.name}=' starts '${unit.name}' but does not wait for it; 'After=${unit.name}' does`
        ctx.report(unit.span, message, {
          fixes: [
            {
              title: `Add After=${unit.name}`,
              safe: false,
              edits: [lineBelow(ctx.document.tree, assignment, `After=${unit.name}`)],
            },
          ],
        })
      }
    },
  },
})

function orderedUnits(ctx: UnitContext): ReadonlySet<string> {
  return new Set(
    ctx.effective
      .all('Unit', 'After', 'Before')
      .flatMap(({ assignment }) => ctx.value(assignment).text.split(/\s+/)),
  )
}
