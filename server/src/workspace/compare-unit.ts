import type { Environment } from '../base/environment.ts'
import { noOutsideFindings, type OutsideFindings } from '../base/language.ts'
import { RuleSet } from '../lint/run.ts'
import type { UnitView } from '../unit/rules/rule.ts'
import { readBoolean } from '../unit/values/boolean.ts'
import { configOf, gemsOf, pumaBinds } from './rules/puma-of-unit.ts'
import { ownUnit, type UnitInSight, type UnitsInSight, unitsInSight } from './rules/units-in-sight.ts'
import { unitAcrossRules } from './unit-rules/index.ts'
import type { UnitAcrossContext, UnitAcrossEvents } from './unit-rules/rule.ts'

const ruleIds = unitAcrossRules.map(({ id }) => id)
const ruleSet = new RuleSet<UnitAcrossContext, UnitAcrossEvents>(unitAcrossRules)

/** False for a unit that nothing else in a workspace could contradict, so that nothing has to be looked at for it. */
export function comparesUnit(text: string): boolean {
  // Asked at each keystroke.
  return text.includes('puma') || text.includes('[Socket]')
}

/** What is found in a unit file by comparing it with its socket or service, and with what configures its program. */
export function compareUnit(view: UnitView, environment: Environment, path: string): OutsideFindings {
  const undecided = { ...noOutsideFindings, ruleIds, undecided: ruleIds }
  const { document } = view
  const { type, dropIn } = document.identity
  if (dropIn || !comparesUnit(document.tree.text) || environment.units().length === 0) return undecided
  const unit = ownUnit(view, path)
  if (type === 'service' ? unit.server?.server !== 'puma' : type !== 'socket') return undecided
  const units = unitsInSight(environment, unit)
  if (units.hasFarDropIns(unit)) return undecided
  const service = type === 'service' ? unit : serviceOf(unit, units)
  if (service?.server?.server !== 'puma') return undecided
  const { server } = service
  const config = configOf(service, units)
  const gems = gemsOf(service, units)
  const found = ruleSet.lint(
    environment.settings.rules,
    ({ report }) => ({
      unit,
      // What a drop-in says is not told in this file.
      report: (span, ...what) => span.end <= document.tree.text.length && report(span, ...what),
    }),
    (emit) => {
      const binds = pumaBinds(service, config)
      if (service === unit) emit('puma', { server, config, gems })
      else if (binds) emit('pumaSocket', { service, binds, gems })
    },
  )
  // Where all is at hand that the rules ask for, silence means that nothing is wrong.
  return { found, ruleIds, undecided: config && gems ? [] : ruleIds }
}

/** The service that a socket starts; undefined where there may be several, or one for each connection. */
function serviceOf({ name, effective, manager }: UnitInSight, units: UnitsInSight): UnitInSight | undefined {
  const accepts = effective.text('Socket', 'Accept')
  const isOne = accepts === undefined ? !effective.has('Socket', 'Accept') : readBoolean(accepts) === false
  if (!isOne || name.includes('@')) return undefined
  const service = effective.text('Socket', 'Service') ?? name.replace(/\.socket$/, '.service')
  const found = units
    .named(service)
    .filter((each) => manager === undefined || each.manager === undefined || each.manager === manager)
  const [only] = found
  return only && found.length === 1 && !units.hasFarDropIns(only) ? only : undefined
}
