import type { Manager } from '../../base/settings.ts'
import { expandDirectories, tidyPath } from '../../unit/rules/path-view.ts'
import { pathsWrittenBy } from '../../unit/rules/written-paths.ts'
import { unknownText } from '../../unit/values/extract/specifiers.ts'
import { expandName } from '../../unit/values/names/expand-name.ts'
import { pumaPidFile } from './puma-config.ts'
import { configOf } from './puma-of-unit.ts'
import type { Pair } from './rule.ts'
import type { UnitInSight, UnitsInSight } from './units-in-sight.ts'

/** A pid file that a unit names. */
export interface UnitPidFile {
  /** Absolute; what only systemd knows is `unknownText`. */
  readonly path: string
  /** The directive or the file that names it: `PIDFile=`, `config/puma.rb`. */
  readonly source: string
}

/** The pid files that a unit names, in PIDFile= or to its server, and Puma's file where it is in sight; undefined where nobody can tell. */
export function pidFilesOf(
  { unit, call }: Pick<Pair, 'unit' | 'call'>,
  units: UnitsInSight,
): readonly UnitPidFile[] | undefined {
  const { effective, target } = unit
  if (!effective.settled('Service', 'PIDFile') || !effective.settled('Service', 'ExecStart')) return undefined
  const found: UnitPidFile[] = []
  const expand = (path: string, directive: NonNullable<ReturnType<typeof effective.last>>['directive']) =>
    tidyPath(expandName(path, { directive, version: target.version, manager: call.manager, unit: unit.name }))
  const set = effective.last('Service', 'PIDFile')
  if (set) {
    const path = absolute(unit.value(set.assignment).text, call.manager)
    found.push({ path: expand(path, set.directive), source: 'PIDFile=' })
  }
  for (const known of effective.all('Service', 'ExecStart')) {
    const { text } = unit.value(known.assignment)
    const written = pathsWrittenBy(unit, known).filter(({ purpose }) => purpose === 'PID file')
    // These folders are the user's own there.
    if (written.length > 0 && call.manager === 'user' && /%[tSCLE]/.test(text)) return undefined
    for (const { path } of written) found.push({ path: expand(path, known.directive), source: 'ExecStart=' })
  }
  if (!found.some(({ source }) => source === 'ExecStart=')) {
    const config = configOf(unit, units)
    const path = config && pumaPidFile(config, unit)
    if (config && path) found.push({ path: tidyPath(path), source: config.file })
  }
  return found
}

/** systemd looks for a relative PIDFile= in the folder of the manager's runtime files. */
function absolute(path: string, manager: Manager): string {
  const runtime = manager === 'system' ? '/run' : `/run/user/${unknownText}`
  if (!path.startsWith('/') && !path.startsWith('%')) return `${runtime}/${path}`
  return manager === 'system' ? expandDirectories(path) : path.replaceAll('%t', runtime)
}

/** True where a path may be the one that a unit names. */
export function isSamePath(path: string, { path: named }: UnitPidFile): boolean {
  const [own, other] = [comparable(path), comparable(named)]
  if (!other.includes(unknownText)) return own === other
  const pattern = other.split(unknownText).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${pattern.join('.+')}$`).test(own)
}

/** Deployment tools link what is shared into each release, and one of those is the current one. */
function comparable(path: string): string {
  return tidyPath(path).replace(/\/(?:shared|releases\/[^/]+)\//, '/current/')
}

/** True where something that a unit runs, or hands to what it runs, may tell of a pid file. */
export function mentionsPidFile({ effective, value }: UnitInSight): boolean {
  const names = ['ExecStartPre', 'ExecStart', 'ExecStartPost', 'ExecCondition', 'Environment']
  return effective.all('Service', ...names).some(({ assignment }) => {
    return /pid/i.test(value(assignment).text.replace(/\$\{?MAINPID\}?/g, ''))
  })
}
