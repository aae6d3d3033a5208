import type { ControlFile } from '../../base/environment.ts'
import type { Reporter, Rule } from '../../lint/rule.ts'
import type { Hooks } from '../../lint/run.ts'
import type { MonitDocument } from '../../monit/document.ts'
import type { Program, Service } from '../../monit/model/service.ts'
import type { CommandUse } from '../../monit/rules/rule.ts'
import type { SystemctlCall } from './systemctl-call.ts'
import type { UnitInSight, UnitsInSight } from './units-in-sight.ts'

/** What a rule that compares files may look at besides the node it is called for. */
export interface AcrossContext extends Reporter {
  /** The control file, in which everything is reported. */
  readonly document: MonitDocument
  readonly units: UnitsInSight
  /** Names of unit files near by whose text may not be at hand. */
  readonly unitNames: readonly string[]
  /** The other control files that the same monit reads. */
  controlFiles(): readonly ControlFile[]
}

/** A check of a process and the unit that monit starts it with. */
export interface Pair {
  readonly service: Service
  readonly program: Program & { readonly command: NonNullable<Program['command']> }
  readonly call: SystemctlCall
  readonly unit: UnitInSight
  /** True where other checks of the file start the same unit: then its process may be that of one of those. */
  readonly isShared: boolean
}

/** A call of systemctl and the command that it stands in. */
export interface CallUse extends CommandUse {
  readonly call: SystemctlCall
}

/** The events of the walk over a control file, where units are at hand. */
export interface AcrossEvents {
  /** A command that a check runs. */
  readonly command: CommandUse
  /** A call of systemctl in such a command. */
  readonly call: CallUse
  /** A check whose start or restart program starts a single unit, of which a single file is at hand. */
  readonly pair: Pair
}

export type AcrossRule = Rule<Hooks<AcrossContext, AcrossEvents>>

/** Declares a rule over a control file and the units that it speaks of. */
export function acrossRule(rule: Omit<AcrossRule, 'program'>): AcrossRule {
  return { program: 'monit', ...rule }
}
