import { editDistance } from '../../base/nearest.ts'
import { namedUnits, specialTargets, systemTargets, userTargets, wanting } from './named-units.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

export const nearMissUnit = unitRule({
  id: 'near-miss-unit',
  kind: 'trap',
  severity: 'warning',
  wants: ({ section, name, parser }) =>
    parser === 'unit_deps' || (section === 'Install' && wanting.has(name)),
  docs: {
    summary: 'the name of a target that is nearly one of systemd',
    why: 'systemd takes any name of a unit, whether it exists or not. `After=` of a misspelt target orders nothing, without a word; `WantedBy=` of one starts nothing; with `Requires=` the unit fails to start.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\n\n[Install]\nWantedBy=multiuser.target\n',
      },
      {
        file: 'web.service',
        text: '[Unit]\nAfter=network-onlin.target\n\n[Service]\nExecStart=/srv/web/run\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Unit]\nAfter=network.target app-stack.target\n\n[Service]\nExecStart=/srv/web/run\n\n[Install]\nWantedBy=multi-user.target\n',
      },
    ],
    refs: [man('systemd.special')],
  },
  on: {
    known(ctx, { assignment }) {
      for (const unit of namedUnits(ctx, assignment)) {
        if (specialTargets.has(unit.name) || !unit.name.endsWith('.target')) continue
        const meant = nearestTarget(ctx, unit.name)
        if (!meant) continue
        ctx.report(unit.span, `systemd has no '${unit.name}' of its own; did you mean '${meant}'?`, {
          fixes: [
            {
              title: `Change to ${meant}`,
              safe: letters(unit.name) === letters(meant),
              edits: [{ span: unit.span, newText: meant }],
            },
          ],
        })
      }
    },
  },
})

const suffix = '.target'
/** Shorter names have neighbours that are as good as they are. */
const shortest = 6

function nearestTarget({ target }: UnitContext, name: string): string | undefined {
  const stem = name.slice(0, -suffix.length).toLowerCase()
  if (stem.length < shortest || /\d$/.test(stem)) return undefined
  let limit = stem.length < 9 ? 1 : 2
  let best: string | undefined
  const missing = target.manager === 'user' ? systemTargets : userTargets
  for (const candidate of specialTargets) {
    if (missing.has(candidate)) continue
    const other = candidate.slice(0, -suffix.length)
    if (Math.abs(other.length - stem.length) > limit) continue
    const distance = editDistance(stem, other, limit)
    if (distance > limit || (distance === limit && best !== undefined)) continue
    best = candidate
    limit = distance
  }
  return best
}

function letters(name: string): string {
  return name.toLowerCase().replaceAll(/[-_]/g, '')
}
