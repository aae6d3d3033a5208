import { describeState, type StateText } from '../../../server/src/actions/describe-state.ts'
import type { ListedUnit, UnitState } from '../../../server/src/actions/state.ts'
import { isTemplateName } from '../../../server/src/actions/unit-name.ts'
import type { Units } from './unit-states.ts'

/** A unit as a tree shows it. */
export interface ServiceRow {
  readonly name: string
  readonly state: StateText
  /** What systemd says of it, as far as it was asked; undefined where it knows no such unit. */
  readonly unit: UnitState | undefined
  /** What it is, in the words of its own file. */
  readonly description: string | undefined
}

/** What people start and stop; the hundreds of devices, mounts and slices would hide it. */
const shown = /\.(?:service|socket|timer|path)$/

/** The units of a manager but for some, by name: those that it has in memory and those that it has files of. */
export function managerRows(
  { states, listed, files }: Units,
  but: ReadonlySet<string>,
  now: Date,
): readonly ServiceRow[] {
  const enablement = new Map(files.map(({ name, enabled }) => [name, enabled]))
  const rows = new Map<string, ServiceRow>()
  for (const unit of listed ?? []) {
    if (!shown.test(unit.name) || but.has(unit.name) || isNothing(unit)) continue
    const state = states.get(unit.name) ?? stateOf(unit, enablement.get(unit.name))
    rows.set(unit.name, rowOf(unit.name, state, now))
  }
  for (const { name, enabled } of files) {
    if (!shown.test(name) || but.has(name) || rows.has(name) || isTemplateName(name)) continue
    if (enabled === 'alias' || enabled === 'generated') continue
    rows.set(name, rowOf(name, states.get(name) ?? stateOfFile(name, enabled), now))
  }
  return [...rows.values()].sort(byName)
}

/** Units of the workspace, in the order of their names. */
export function workspaceRows({ states }: Units, names: readonly string[], now: Date): readonly ServiceRow[] {
  return [...new Set(names)].map((name) => rowOf(name, states.get(name), now)).sort(byName)
}

function rowOf(name: string, unit: UnitState | undefined, now: Date): ServiceRow {
  return { name, unit, state: describeState(unit, now), description: unit?.description }
}

/** Units that another one names, and of which there is nothing else. */
function isNothing({ load, active }: ListedUnit): boolean {
  return load === 'not-found' && active === 'inactive'
}

function stateOf(
  { name, load, active, sub, description }: ListedUnit,
  enabled: string | undefined,
): UnitState {
  return { ...blank, name, load, active, sub, enabled, description }
}

function stateOfFile(name: string, enabled: string): UnitState {
  return {
    ...blank,
    name,
    load: enabled === 'masked' ? 'masked' : 'loaded',
    active: 'inactive',
    sub: 'dead',
    enabled,
  }
}

/** What lists do not tell. */
const blank = {
  result: undefined,
  enabled: undefined,
  needDaemonReload: false,
  since: undefined,
  mainPid: undefined,
  mainExit: undefined,
  restarts: 0,
  statusText: undefined,
  fragmentPath: undefined,
  dropInPaths: [],
  triggers: [],
  triggeredBy: [],
  description: undefined,
  canReload: false,
}

function byName(a: ServiceRow, b: ServiceRow): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}
