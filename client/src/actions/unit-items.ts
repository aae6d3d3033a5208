import type { ListedFile, ListedUnit } from '../../../server/src/actions/state.ts'

/** A unit to choose, as text. */
export interface UnitChoice {
  readonly unit: string
  /** `active (running)`, `not running, enabled`, `not installed`. */
  readonly state: string
  /** The file of the workspace; undefined for a unit that the manager has. */
  readonly path?: string
}

/** Units to choose from, in the groups in which they are shown. */
export interface UnitChoices {
  readonly workspace: readonly UnitChoice[]
  readonly manager: readonly UnitChoice[]
}

/** What people start and stop; the hundreds of devices and mounts would hide it. */
const offered = /\.(?:service|socket|timer|path|target)$/
const ofWorkspace = /\.(?:service|socket|timer|path|target|mount|automount|swap|slice)$/

/**
 * The units to choose from.
 * @param paths of the workspace's unit files
 * @param listed the units that the manager has in memory
 * @param files the unit files that it knows
 */
export function unitChoices(
  paths: readonly string[],
  listed: readonly ListedUnit[],
  files: readonly ListedFile[],
): UnitChoices {
  const units = new Map(listed.map((unit) => [unit.name, unit]))
  const enablement = new Map(files.map(({ name, enabled }) => [name, enabled]))
  const state = (name: string) => describe(units.get(name), enablement.get(name))
  const workspace = paths
    .filter((path) => ofWorkspace.test(path))
    .map((path) => ({ unit: path.slice(path.lastIndexOf('/') + 1), path }))
    .map(({ unit, path }) => ({ unit, path, state: state(unit) }))
  const own = new Set(workspace.map(({ unit }) => unit))
  const names = new Set([...units.keys(), ...enablement.keys()])
  const manager = [...names]
    .filter((name) => offered.test(name) && !own.has(name))
    .sort()
    .map((unit) => ({ unit, state: state(unit) }))
  return { workspace: [...workspace].sort(byUnit), manager }
}

function describe(unit: ListedUnit | undefined, enabled: string | undefined): string {
  if (unit && unit.load !== 'not-found') {
    return unit.active === 'inactive' ? 'not running' : `${unit.active} (${unit.sub})`
  }
  return enabled === undefined ? 'not installed' : `not running, ${enabled}`
}

function byUnit(a: UnitChoice, b: UnitChoice): number {
  return a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0
}
