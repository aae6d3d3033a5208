import { readBoolean } from '../values/boolean.ts'
import { isUnitName } from '../values/names/unit-name.ts'
import { namedUnits } from './named-units.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

const pairs = [
  ['OnFailure', 'OnFailureJobMode'],
  ['OnSuccess', 'OnSuccessJobMode'],
] as const

export const severalIsolatedUnits = unitRule({
  id: 'several-isolated-units',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'several units, each of which is to run alone',
    why: '`OnFailureJobMode=isolate` stops everything but the unit of `OnFailure=`; the same goes for `OnSuccessJobMode=` and `OnSuccess=`. With several units there the one would stop the other, so systemd refuses to load the unit.',
    bad: [
      {
        file: 'web.service',
        text: '[Unit]\nOnFailure=rescue.target mail.service\nOnFailureJobMode=isolate\n[Service]\nExecStart=/srv/web/run\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Unit]\nOnFailure=rescue.target\nOnFailureJobMode=isolate\n[Service]\nExecStart=/srv/web/run\n',
      },
    ],
    refs: [man('systemd.unit', 'OnFailureJobMode=')],
  },
  on: {
    file(ctx, { identity }) {
      for (const [units, mode] of pairs) {
        // Slices do not fail, so systemd leaves these out.
        if (identity.type === 'slice' && units === 'OnFailure') continue
        check(ctx, units, mode)
      }
    },
  },
})

function check(ctx: UnitContext, units: string, mode: string): void {
  if (!isolates(ctx, mode)) return
  const others = ctx.effective
    .all('Unit', units)
    .flatMap(({ assignment }) => namedUnits(ctx, assignment))
    .filter(({ name }) => isUnitName(name) && name !== ctx.document.identity.name)
  const second = others.find(({ name }) => name !== others[0]!.name)
  if (!second) return
  ctx.report(
    second.span,
    `'${mode}=isolate' stops all other units, so '${units}=' can name one only; systemd refuses the unit`,
  )
}

/** Whether the mode is `isolate`; OnFailureIsolate= is an old way to say so, and the later of the two counts. */
function isolates({ effective }: UnitContext, mode: string): boolean {
  const known = effective.last('Unit', mode)
  const old = mode === 'OnFailureJobMode' ? effective.last('Unit', 'OnFailureIsolate') : undefined
  if (old && old.assignment.start > (known?.assignment.start ?? -1)) {
    return readBoolean(effective.text('Unit', 'OnFailureIsolate')!) === true
  }
  return effective.text('Unit', mode) === 'isolate'
}
