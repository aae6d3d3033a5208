import type { Manager } from '../../base/settings.ts'
import type { Directive } from '../data/directives.ts'

/** The rules that report what is wrong with values. */
export type ValueRuleId =
  | 'invalid-address'
  | 'invalid-boolean'
  | 'invalid-command'
  | 'invalid-enum-value'
  | 'invalid-environment'
  | 'invalid-list-item'
  | 'invalid-name'
  | 'invalid-number'
  | 'invalid-path'
  | 'invalid-time'
  | 'legacy-path'
  | 'legacy-value'

/** Where a value stands and for whom it is read. */
export interface Place {
  readonly directive: Directive
  readonly version: number
  readonly manager: Manager
}

/** Something wrong with a part of a value. */
export interface ValueProblem {
  readonly rule: ValueRuleId
  /** Indices into the value's text. */
  readonly from: number
  readonly to: number
  readonly message: string
  /** What systemd does: leaves the assignment or the item out (unless said otherwise), refuses the unit, or remarks. */
  readonly effect?: 'ignored' | 'refused' | 'noticed'
  /** What could stand there instead, best first. */
  readonly replacements?: readonly string[]
  /** The first replacement is what the author plainly meant. */
  readonly safe?: boolean
}
