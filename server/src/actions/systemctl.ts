import type { Step, Target, TargetUnit } from './action.ts'

/** A `systemctl` call to the target's manager, with rights of root where the target asks for them. */
export function changeUnits(
  target: Target,
  words: readonly string[],
  operands: readonly string[] = [],
): readonly string[] {
  return asRoot(target, systemctl(target, words, operands))
}

/** A `systemctl` call that only asks, for which nobody needs rights. */
export function askUnits(
  target: Target,
  words: readonly string[],
  operands: readonly string[],
): readonly string[] {
  return systemctl(target, [...words, '--no-pager'], operands)
}

/** A command of the system manager's with the program before it that gives it rights; the user's stays as it is. */
export function asRoot({ manager, elevation }: Target, argv: readonly string[]): readonly string[] {
  return manager === 'user' || elevation === 'none' ? argv : [elevation, ...argv]
}

/** The names of what was chosen, without those of partners. */
export function chosen({ units }: Target): readonly string[] {
  return distinct(units.map(({ name }) => name))
}

/** What was chosen with the partners: sockets first, so that none of them starts a service again that is stopped. */
export function withPartners({ units }: Target): readonly string[] {
  const names = distinct(
    units.flatMap(({ name, partner }) => (partner === undefined ? [name] : [partner, name])),
  )
  return [...names.filter(isSocket), ...names.filter((name) => !isSocket(name))]
}

/** The services alone where sockets were chosen with their partners: these go on listening meanwhile. */
export function servicesOf({ units }: Target): readonly string[] {
  return distinct(units.map(serviceOf))
}

function serviceOf({ name, partner }: TargetUnit): string {
  return partner !== undefined && isSocket(name) ? partner : name
}

/** True for the name of a socket unit. */
export function isSocket(name: string): boolean {
  return name.endsWith('.socket')
}

/** Makes the manager read its files again. */
export function reloadManager(target: Target): Step {
  return {
    argv: changeUnits(target, ['daemon-reload']),
    why: 'makes systemd read its unit files again',
  }
}

/** Operands behind `--` where one of them looks like an option. */
export function behindDashes(operands: readonly string[]): readonly string[] {
  return operands.some((operand) => operand.startsWith('-')) ? ['--', ...operands] : operands
}

function systemctl(
  { manager }: Target,
  words: readonly string[],
  operands: readonly string[],
): readonly string[] {
  return ['systemctl', `--${manager}`, ...words, ...behindDashes(operands)]
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
}
