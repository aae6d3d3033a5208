import type { Diagnostic } from '../../base/diagnostic.ts'
import type { RuleSettings } from '../../base/settings.ts'
import type { Reporter, Rule } from '../../lint/rule.ts'
import type { Hooks } from '../../lint/run.ts'
import type { Directive } from '../data/directives.ts'
import type { UnitDocument } from '../document.ts'
import type { Effective } from '../effective.ts'
import type { Known } from '../known.ts'
import type { Assignment, Header, Junk, Section } from '../syntax/tree.ts'
import type { Value } from '../syntax/value.ts'
import type { UnitTarget } from '../target.ts'
import type { ValueProblem } from '../values/problem.ts'

export type { Known } from '../known.ts'

/** What a rule may look at besides the node it is called for. */
export interface UnitContext extends Reporter {
  readonly document: UnitDocument
  readonly target: UnitTarget
  /** The ids of all rules, for the rule that looks at their names in comments. */
  readonly ruleIds: readonly string[]
  /** Those of them that compare the file with others, and of which nobody can tell here what they would find. */
  readonly undecided: readonly string[]
  readonly settings: RuleSettings
  /** The value of an assignment, read once however many rules ask. */
  value(assignment: Assignment): Value
  /** What the value's own grammar finds wrong with it; nothing where the target does not read it, or a tag stands in it. */
  problems(known: Known): readonly ValueProblem[]
  /** What the file's assignments come to; worked out when it is first asked for. */
  readonly effective: Effective
}

/** A unit as it is looked at: what tells what its program meets, whoever asks. */
export type UnitView = Pick<UnitContext, 'document' | 'target' | 'value' | 'effective'>

/** An assignment whose section has no such directive. */
export interface Stray {
  readonly assignment: Assignment
  readonly section: Section
}

/** The events of the walk over a unit file, in the order of the text. */
export interface UnitEvents {
  /** Once, before all others. */
  readonly file: UnitDocument
  readonly header: Header
  readonly known: Known
  /** A known one whose value its own grammar finds fault with. */
  readonly faulty: Known
  /** A known one whose value is a command line. */
  readonly command: Known
  readonly stray: Stray
  /** A line with `=` before the first header. */
  readonly orphan: Assignment
  /** A line without `=`. */
  readonly junk: Junk
  /** Every assignment that systemd reads: known, stray, or of an extension (`X-`). */
  readonly assignment: Assignment
  /** Once, after all others: what they found, before comments silence any of it. */
  readonly end: { readonly document: UnitDocument; readonly found: readonly Diagnostic[] }
}

/** The subject of the events about known assignments is their directive. */
export type UnitRule = Rule<Hooks<UnitContext, UnitEvents>, Directive>

/** Declares a rule over unit files. */
export function unitRule(rule: UnitRule): UnitRule {
  return rule
}

/** A reference to a manual page, and to a directive on it. */
export function man(page: string, topic?: string): string {
  return topic ? `${page}(5), \`${topic}\`` : `${page}(5)`
}
