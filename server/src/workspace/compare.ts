import type { Environment } from '../base/environment.ts'
import { noOutsideFindings, type OutsideFindings } from '../base/language.ts'
import { type Emit, RuleSet } from '../lint/run.ts'
import type { MonitDocument } from '../monit/document.ts'
import { commandsIn } from '../monit/lint.ts'
import type { Service } from '../monit/model/service.ts'
import { acrossRules } from './rules/index.ts'
import { configOf, startsPuma } from './rules/puma-of-unit.ts'
import type { AcrossContext, AcrossEvents, Pair } from './rules/rule.ts'
import { type SystemctlCall, systemctlCallsIn } from './rules/systemctl-call.ts'
import { type UnitInSight, type UnitsInSight, unitsInSight } from './rules/units-in-sight.ts'

const ruleIds = acrossRules.map(({ id }) => id)
const ruleSet = new RuleSet<AcrossContext, AcrossEvents>(acrossRules)

/** False for a control file that starts nothing, so that no unit has to be looked at for it. */
export function comparesWithUnits(text: string): boolean {
  return /\b(?:re)?start\b|\bexec\b/i.test(text)
}

/** What is found in a control file by comparing it with the units that it starts. */
export function compareWithUnits(document: MonitDocument, environment: Environment): OutsideFindings {
  const undecided = { ...noOutsideFindings, ruleIds, undecided: ruleIds }
  if (!comparesWithUnits(document.tree.text) || environment.units().length === 0) return undecided
  const units = unitsInSight(environment)
  const found = ruleSet.lint(
    environment.settings.rules,
    ({ report }) => ({
      document,
      units,
      unitNames: environment.unitNames(),
      controlFiles: environment.controlFiles,
      report,
    }),
    (emit) => walk(document, units, emit),
  )
  return { found, ruleIds, undecided: isWhole(document, units) ? [] : ruleIds }
}

/** True where everything is at hand that the checks of a file start, so that silence means that nothing is wrong. */
function isWhole(document: MonitDocument, units: UnitsInSight): boolean {
  return document.services.every((service) => {
    if (!service.programs.some(({ role }) => role === 'start' || role === 'restart')) return true
    const pair = pairOf(document, service, units)
    return pair !== undefined && (!startsPuma(pair.unit) || configOf(pair.unit, units) !== undefined)
  })
}

function walk(document: MonitDocument, units: UnitsInSight, emit: Emit<AcrossEvents>): void {
  const pairs: Omit<Pair, 'isShared'>[] = []
  for (const service of document.services) {
    for (const use of commandsIn(service)) {
      emit('command', use)
      for (const call of systemctlCallsIn(document.tree, use.command)) emit('call', { ...use, call })
    }
    const pair = pairOf(document, service, units)
    if (pair) pairs.push(pair)
  }
  for (const pair of pairs) {
    const isShared = pairs.some((other) => other !== pair && other.unit.name === pair.unit.name)
    emit('pair', { ...pair, isShared })
  }
}

const starting: ReadonlySet<string> = new Set(['start', 'restart', 'reload-or-restart'])

/** The unit that a check of a process starts; of several programs for one purpose the last counts. */
function pairOf(
  { tree }: MonitDocument,
  service: Service,
  units: UnitsInSight,
): Omit<Pair, 'isShared'> | undefined {
  if (service.type !== 'process') return undefined
  const of = (role: 'start' | 'restart') => service.programs.findLast((program) => program.role === role)
  const program = of('start') ?? of('restart')
  const command = program?.command
  if (!command) return undefined
  const calls = systemctlCallsIn(tree, command).filter(({ verb }) => starting.has(verb))
  const [call] = calls
  const [named] = call?.units ?? []
  if (calls.length !== 1 || call?.units.length !== 1 || !named?.name.endsWith('.service')) return undefined
  const unit = theOneFor(call, units.named(named.name))
  return unit && { service, program: { ...program, command }, call, unit }
}

/** The file that a call is about; undefined where several may be, or none. */
function theOneFor({ manager }: SystemctlCall, units: readonly UnitInSight[]): UnitInSight | undefined {
  const own = units.filter((unit) => unit.manager === undefined || unit.manager === manager)
  return own.length === 1 ? own[0] : undefined
}
