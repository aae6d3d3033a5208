import type { Target } from '../../../server/src/actions/action.ts'
import { isTemplateName, isValidName } from '../../../server/src/actions/unit-name.ts'
import type { SystemdTargetInfo } from '../../../server/src/protocol.ts'

/** The systemd that runs a unit. */
export type Manager = Target['manager']

/** What a file is to systemd. */
export interface UnitFile {
  /** The unit that the file belongs to: `web.service`, also for its drop-ins. */
  readonly unit: string
  /** Where it goes in a manager's folder: `web.service`, `web.service.d/limits.conf`. */
  readonly place: string
}

/**
 * What a file's path makes of it; undefined for a file whose name no unit can have, and for a drop-in of all units of a
 * type.
 * @param path with `/`
 */
export function unitFileOf(path: string): UnitFile | undefined {
  const [folder = '', name = ''] = path.split('/').slice(-2)
  if (path.includes('/') && folder.endsWith('.d') && /^[^.].*\.conf$/.test(name)) {
    const unit = folder.slice(0, -2)
    return isValidName(unit) ? { unit, place: `${folder}/${name}` } : undefined
  }
  const file = path.slice(path.lastIndexOf('/') + 1)
  return isValidName(file) ? { unit: file, place: file } : undefined
}

/**
 * The manager that a unit file is for. What the file is checked for decides where anything tells that; otherwise its
 * own words do, and the user's manager where these fit both, which takes no rights to try.
 * @param target what the server says that the file is checked for
 */
export function managerOf(target: SystemdTargetInfo | undefined, text: string): Manager {
  if (target && target.managerFrom !== 'default') return target.manager
  return isOfSystem.test(text) ? 'system' : 'user'
}

/** A target that only the system's manager reaches at boot, or another user than the one whose manager it is. */
const isOfSystem =
  /^[ \t]*(?:WantedBy|RequiredBy)[ \t]*=.*\b(?:multi-user|graphical|network|network-online|sysinit|local-fs|remote-fs|swap|reboot|shutdown)\.target\b|^[ \t]*(?:User|DynamicUser)[ \t]*=[ \t]*\S/m

/** Types of units that stand for a service: they start it, and `enable` is meant for them. */
const activators = ['socket', 'timer', 'path'] as const

/**
 * The names that the units beside a unit have which belong to it: the socket, timer and path of a service, the service
 * of a socket.
 */
export function companionsOf(unit: string): readonly string[] {
  const dot = unit.lastIndexOf('.')
  const [stem, type] = [unit.slice(0, dot), unit.slice(dot + 1)]
  if (type === 'service') return activators.map((activator) => `${stem}.${activator}`)
  return (activators as readonly string[]).includes(type) ? [`${stem}.service`] : []
}

/** What is known of units that systemd has: what they start, and what starts them. */
export interface Triggering {
  readonly load: string
  readonly triggers: readonly string[]
  readonly triggeredBy: readonly string[]
}

/**
 * The other one of a socket and its service, where systemd knows both.
 * @param states what systemd says of the unit and of its companions, by name
 */
export function partnerOf(unit: string, states: ReadonlyMap<string, Triggering>): string | undefined {
  const state = states.get(unit)
  if (unit.endsWith('.socket')) {
    // A socket with Accept=yes starts an instance for each connection, and names the template.
    return state?.triggers.find((name) => name.endsWith('.service') && !isTemplateName(name))
  }
  if (!unit.endsWith('.service')) return undefined
  const known = state?.triggeredBy.find((name) => name.endsWith('.socket'))
  if (known !== undefined) return known
  // A socket that systemd has not looked at yet is not named by its service.
  return companionsOf(unit).find(
    (name) =>
      name.endsWith('.socket') &&
      states.get(name)?.load === 'loaded' &&
      states.get(name)!.triggers.includes(unit),
  )
}
