import type { Elevation, Target, TargetFile } from '../../../server/src/actions/action.ts'
import type { MachineUser } from '../machine/machine.ts'
import type { Manager } from './unit-file.ts'

/** A unit that somebody chose, and what is known of it. */
export interface Chosen {
  readonly manager: Manager
  readonly unit: string
  /** The file that was pointed at; undefined where it was a unit. */
  readonly file?: TargetFile
}

/** What is the same for every target on a machine. */
export interface Circumstances {
  readonly user: MachineUser | undefined
  /** How the person wants to get rights of root. */
  readonly elevation: Elevation
}

/**
 * The target that an action gets for units of one manager.
 * @param partners the other ones of sockets and services, by the name of the chosen one
 */
export function targetFor(
  manager: Manager,
  chosen: readonly Chosen[],
  partners: ReadonlyMap<string, string>,
  { user, elevation }: Circumstances,
): Target {
  return {
    manager,
    units: chosen.map(({ unit }) => {
      const partner = partners.get(unit)
      return partner === undefined ? { name: unit } : { name: unit, partner }
    }),
    files: chosen.flatMap(({ file }) => (file ? [file] : [])),
    unitFolder: unitFolderOf(manager, user),
    user: manager === 'user' && user ? user.name : undefined,
    elevation: manager === 'system' && user?.id !== 0 ? elevation : 'none',
  }
}

/** The folder that a person's own units go to; undefined where there is no such person. */
export function unitFolderOf(manager: Manager, user: MachineUser | undefined): string | undefined {
  if (manager === 'system') return '/etc/systemd/system'
  return user && `${user.home}/.config/systemd/user`
}

/** The units by their managers, each manager once, in the order in which they were chosen. */
export function byManager(chosen: readonly Chosen[]): ReadonlyMap<Manager, readonly Chosen[]> {
  const groups = new Map<Manager, Chosen[]>()
  for (const each of chosen) groups.set(each.manager, [...(groups.get(each.manager) ?? []), each])
  return groups
}

/**
 * A unit as other parts of the extension and keybindings name it, with its file where they know one; undefined where an
 * argument is something else.
 */
export function chosenFromArgument(argument: unknown): Chosen | undefined {
  if (typeof argument === 'string' && argument !== '') return { manager: 'user', unit: argument }
  if (typeof argument !== 'object' || argument === null) return undefined
  const { manager, unit, file } = argument as Record<string, unknown>
  if (typeof unit !== 'string' || (manager !== 'user' && manager !== 'system')) return undefined
  return isTargetFile(file) ? { manager, unit, file } : { manager, unit }
}

function isTargetFile(file: unknown): file is TargetFile {
  if (typeof file !== 'object' || file === null) return false
  const { source, place } = file as Record<string, unknown>
  return typeof source === 'string' && typeof place === 'string'
}
