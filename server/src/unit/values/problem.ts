import type { Manager } from '../../base/settings.ts'
import type { Directive } from '../data/directives.ts'

/** The rules that report what is wrong with values. */
export type ValueRuleId =
  | 'invalid-address'
  | 'invalid-boolean'
  | 'invalid-command'
  | 'invalid-enum-value'
  | 'invalid-environment'
  | 'invalid-install-name'
  | 'invalid-list-item'
  | 'invalid-name'
  | 'invalid-number'
  | 'invalid-path'
  | 'invalid-specifier'
  | 'invalid-time'
  | 'invalid-unit-name'
  | 'legacy-path'
  | 'legacy-value'

/** Where a value stands and for whom it is read. */
export interface Place {
  readonly directive: Directive
  readonly version: number
  readonly manager: Manager
  /** The full name of the unit, where the file says it: not in drop-ins and templates of files. */
  readonly unit?: string
}

/** Something wrong with a part of a value. */
export interface ValueProblem {
  readonly rule: ValueRuleId
  /** Indices into the value's text. */
  readonly from: number
  readonly to: number
  readonly message: string
  /**
   * What systemd does: leaves the assignment or the item out (unless said otherwise), refuses the unit, or takes the
   * value with a warning or a mere remark.
   */
  readonly effect?: 'ignored' | 'refused' | 'warned' | 'noticed'
  /** What could stand there instead, best first. */
  readonly replacements?: readonly string[]
  /** The first replacement is what the author plainly meant. */
  readonly safe?: boolean
}
