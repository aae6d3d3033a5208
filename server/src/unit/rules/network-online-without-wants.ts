import { lineBelow } from '../edit/insert.ts'
import { namedUnits } from './named-units.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

const target = 'network-online.target'
const pulling = ['Wants', 'Requires', 'Requisite', 'BindsTo', 'Upholds'] as const

export const networkOnlineWithoutWants = unitRule({
  id: 'network-online-without-wants',
  kind: 'trap',
  severity: 'information',
  wants: ({ name }) => name === 'After',
  docs: {
    summary: '`After=network-online.target` without `Wants=` of it',
    why: '`After=` only orders units that are started anyway, and nothing starts `network-online.target` unless some unit wants it. Where none does, the service starts without waiting for the network, on this machine or the next one. `Wants=network-online.target` beside it makes it wait.',
    bad: [
      {
        file: 'web.service',
        text: '[Unit]\nAfter=network-online.target\n\n[Service]\nExecStart=/srv/web/run\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Unit]\nWants=network-online.target\nAfter=network-online.target\n\n[Service]\nExecStart=/srv/web/run\n',
      },
    ],
    refs: [man('systemd.special', 'network-online.target')],
  },
  on: {
    known(ctx, { assignment }) {
      if (ctx.target.manager !== 'system') return
      if (!ctx.value(assignment).text.includes(target)) return
      const unit = namedUnits(ctx, assignment).find(({ name }) => name === target)
      if (!unit || !isSettled(ctx) || isPulled(ctx)) return
      const message = `'After=' alone does not start '${target}', so there may be nothing to wait for; add 'Wants=${target}'`
      ctx.report(unit.span, message, {
        fixes: [
          {
            title: `Add Wants=${target}`,
            safe: false,
            edits: [lineBelow(ctx.document.tree, assignment, `Wants=${target}`)],
          },
        ],
      })
    },
  },
})

function isSettled({ effective }: UnitContext): boolean {
  return pulling.every((name) => effective.settled('Unit', name))
}

function isPulled(ctx: UnitContext): boolean {
  return ctx.effective
    .all('Unit', ...pulling)
    .some(({ assignment }) => namesTarget(ctx.value(assignment).text))
}

function namesTarget(text: string): boolean {
  return text === target || (text.includes(target) && text.split(/\s+/).includes(target))
}
