import type {
  Elevation,
  Plan,
  Step,
  Target,
  TargetFile,
  TargetUnit,
} from '../../../server/src/actions/action.ts'
import { actionOf } from '../../../server/src/actions/actions.ts'
import { plan } from '../../../server/src/actions/plan.ts'
import { asRoot, behindDashes } from '../../../server/src/actions/systemctl.ts'
import { instanceName, isTemplateName } from '../../../server/src/actions/unit-name.ts'
import type { Manager } from './unit-file.ts'

/** How systemd comes by a file. */
export type Installing = 'link' | 'copy'

/** A file, and what has to be done for systemd to read it. */
export interface FileToInstall extends TargetFile {
  /**
   * `present`: systemd reads this very file; `free`: nothing is in its place; `taken`: something else is, and the person
   * agreed to have it replaced.
   */
  readonly place: string
  readonly found: 'present' | 'free' | 'taken'
}

/** What is known before a unit is started for the first time. */
export interface Beginning {
  /** Without units and files. */
  readonly target: Target
  readonly units: readonly TargetUnit[]
  readonly files: readonly FileToInstall[]
  readonly installing: Installing
  /** Services run on after logout, or the person doesn't want that, or they are the system's. */
  readonly isLingering: boolean
  /** The manager can be talked to. */
  readonly isManagerRunning: boolean
  /** The number of the user whose manager is meant. */
  readonly userId: number | undefined
  /** How that user gets rights of root; `none` for root. */
  readonly elevation: Elevation
  /** systemd has read files of the units that have changed since. */
  readonly isStale: boolean
  /** A unit of these runs already, by old files. */
  readonly isRunning: boolean
}

/** What is to be done, and what that comes to in words. */
export type Beginnings =
  | { readonly kind: 'steps'; readonly steps: readonly Step[]; readonly done: readonly string[] }
  | Extract<Plan, { kind: 'refused' }>

/**
 * Everything from a file to a unit that runs now and at every boot, leaving out what is so already.
 */
export function beginnings(beginning: Beginning): Beginnings {
  const { target, units, files, installing, isRunning } = beginning
  const missing = files.filter(({ found }) => found !== 'present')
  // A drop-in can't be linked, and a template's instances are not files.
  const linked = installing === 'link' ? missing.filter(({ place }) => !place.includes('/')) : []
  const copied = missing.filter((file) => !linked.includes(file))
  const parts: readonly (Part | undefined)[] = [
    lingering(beginning),
    managerStart(beginning),
    replaced(target, linked),
    linked.length > 0
      ? part('link', { ...target, files: linked }, `linked into ${folderText(target)}`)
      : undefined,
    copied.length > 0
      ? part('install', { ...target, files: copied }, `copied into ${folderText(target)}`)
      : undefined,
    missing.length === 0 && beginning.isStale ? part('daemon-reload', target, 'systemd reloaded') : undefined,
    part('enable-and-start', { ...target, units }, ''),
    isRunning && (missing.length > 0 || beginning.isStale)
      ? part('restart', { ...target, units }, 'restarted')
      : undefined,
  ]
  const wanted = parts.filter((each) => each !== undefined)
  const refused = wanted.map(({ plan }) => plan).find((each) => each.kind === 'refused')
  if (refused) return refused
  return {
    kind: 'steps',
    steps: wanted.flatMap(({ plan }) => (plan.kind === 'steps' ? plan.steps : [])),
    done: wanted.map(({ done }) => done).filter((done) => done !== ''),
  }
}

interface Part {
  readonly plan: Plan
  /** In words, once it is done. */
  readonly done: string
}

function part(id: Parameters<typeof actionOf>[0], target: Target, done: string): Part {
  return { plan: plan(actionOf(id), target), done }
}

/** What fails here costs nothing else: the unit runs all the same, as long as somebody is logged in. */
function lingering({ target, isLingering }: Beginning): Part | undefined {
  if (isLingering || target.manager === 'system') return undefined
  const steps = actionOf('enable-lingering').steps(target)
  return { plan: { kind: 'steps', steps: steps.map((step) => ({ ...step, mayFail: true })) }, done: '' }
}

/** The manager of a user who is not logged in is a unit of the system's; the command waits until it is up. */
function managerStart({ target, isManagerRunning, userId, elevation }: Beginning): Part | undefined {
  if (isManagerRunning || target.manager === 'system' || userId === undefined) return undefined
  const system: Target = { ...target, manager: 'system', elevation }
  const steps = actionOf('start').steps({ ...system, units: [{ name: `user@${userId}.service` }] })
  return { plan: { kind: 'steps', steps }, done: 'your own systemd started' }
}

/** `systemctl link` leaves alone what is there; `install` replaces it by itself. */
function replaced(target: Target, linked: readonly FileToInstall[]): Part | undefined {
  const taken = linked.filter(({ found }) => found === 'taken')
  if (taken.length === 0) return undefined
  const paths = taken.map(({ place }) => `${target.unitFolder}/${place}`)
  const argv = asRoot(target, ['rm', '-f', ...behindDashes(paths)])
  return { plan: { kind: 'steps', steps: [{ argv, why: 'takes away what is in the place' }] }, done: '' }
}

function folderText({ manager, unitFolder }: Target): string {
  return manager === 'user' ? '~/.config/systemd/user' : (unitFolder ?? '')
}

/**
 * The units to enable and start for a unit and those beside it. A timer or path starts its service when that is due, so
 * it is the one to enable; a socket goes with its service.
 * @param unit the one that was asked for
 * @param beside the names of the unit files beside it that belong to it
 */
export function unitsToStart(
  unit: string,
  beside: readonly string[],
  instance: string | undefined,
): readonly TargetUnit[] {
  const named = (name: string) =>
    isTemplateName(name) && instance !== undefined ? instanceName(name, instance) : name
  const activators = beside.filter((name) => /\.(?:timer|path)$/.test(name))
  if (unit.endsWith('.service') && activators.length > 0)
    return activators.map((name) => ({ name: named(name) }))
  const partner = /\.(?:service|socket)$/.test(unit)
    ? beside.find((name) => name.endsWith(unit.endsWith('.socket') ? '.service' : '.socket'))
    : undefined
  if (partner === undefined) return [{ name: named(unit) }]
  // An instance of a template can't be told from its socket: each connection gets one of its own.
  if (isTemplateName(partner) && !isTemplateName(unit)) return [{ name: unit }]
  return [{ name: named(unit), partner: named(partner) }]
}

/**
 * How a file gets to systemd where the person did not say: a link keeps it in the project, where edits count with the
 * next daemon-reload. Not for the system's manager, which must not run what others than root can write.
 */
export function installingFor(setting: unknown, manager: Manager): Installing {
  if (setting === 'link' || setting === 'copy') return setting
  return manager === 'user' ? 'link' : 'copy'
}
