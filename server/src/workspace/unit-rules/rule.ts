import type { Reporter, Rule } from '../../lint/rule.ts'
import type { Hooks } from '../../lint/run.ts'
import type { StartedServer } from '../../unit/rules/started-server.ts'
import type { Bind, PumaConfig } from '../rules/puma-config.ts'
import type { UnitInSight } from '../rules/units-in-sight.ts'

/** What a rule that compares a unit with other files may look at. */
export interface UnitAcrossContext extends Reporter {
  /** The unit, in whose file everything is reported. */
  readonly unit: UnitInSight
}

/** The gems of an app with their versions; undefined where they are not in sight, or not used. */
type Gems = ReadonlyMap<string, string> | undefined

/** A service whose main process is a Puma. */
export interface PumaService {
  /** The call of it, in the last `ExecStart=`. */
  readonly server: StartedServer
  readonly config: PumaConfig | undefined
  readonly gems: Gems
}

/** A socket that starts a Puma. */
export interface PumaSocket {
  readonly service: UnitInSight
  readonly binds: readonly Bind[]
  readonly gems: Gems
}

/** The events of comparing a unit file; each comes once at most. */
export interface UnitAcrossEvents {
  readonly puma: PumaService
  readonly pumaSocket: PumaSocket
}

export type UnitAcrossRule = Rule<Hooks<UnitAcrossContext, UnitAcrossEvents>>

/** Declares a rule over a unit file and what belongs to it. */
export function unitAcrossRule(rule: UnitAcrossRule): UnitAcrossRule {
  return rule
}

/** The version of Puma among the gems, `[6, 4]`. */
export function pumaVersion(gems: Gems): readonly [major: number, minor: number] | undefined {
  const [major, minor = 0] = gems?.get('puma')?.split('.').map(Number) ?? []
  return major === undefined ? undefined : [major, minor]
}
