import { headerOf } from './own-section.ts'
import { man, unitRule } from './rule.ts'

export const automountOnRoot = unitRule({
  id: 'automount-on-root',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'an automount on the root directory',
    why: 'The root directory is mounted as long as the system runs, so nothing can wait for its first use. systemd refuses to load such a unit.',
    bad: [{ file: '-.automount', text: '[Automount]\nWhere=/\n' }],
    good: [{ file: 'srv-data.automount', text: '[Automount]\nWhere=/srv/data\n' }],
    refs: [man('systemd.automount', 'Where=')],
  },
  on: {
    file(ctx, { identity }) {
      if (identity.type !== 'automount') return
      const { effective } = ctx
      const where = effective.text('Automount', 'Where')
      // Where= follows from the unit's name.
      const byName = identity.name === '-.automount' && effective.lacks('Automount', 'Where')
      if (!byName && !/^\/+(?:\.\/+)*\.?$/.test(where ?? '')) return
      ctx.report(
        effective.last('Automount', 'Where')?.assignment.valueSpan ?? headerOf(ctx, 'Automount'),
        "the root directory '/' is always mounted and can't have an automount; systemd refuses it",
      )
    },
  },
})
