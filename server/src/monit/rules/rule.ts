import type { Diagnostic } from '../../base/diagnostic.ts'
import type { ControlFile } from '../../base/environment.ts'
import type { RuleSettings } from '../../base/settings.ts'
import type { Reporter, Rule } from '../../lint/rule.ts'
import type { Hooks } from '../../lint/run.ts'
import type { ManualAnchor } from '../data/docs/types.ts'
import type { Global, MonitDocument } from '../document.ts'
import type { Command } from '../model/command.ts'
import type { Program, Service } from '../model/service.ts'
import type { Test } from '../model/test.ts'
import type { Include, Problem, Statement } from '../syntax/tree.ts'
import type { MonitTarget } from '../target.ts'
import type { Pattern } from './patterns.ts'

/** What a rule may look at besides the node it is called for. */
export interface MonitContext extends Reporter {
  /** A rule whose `reach` is a check looks at its part of the file alone. */
  readonly document: MonitDocument
  /** The same for a rule whose `reach` is a check, where it needs more: what it finds then is not remembered. */
  whole(): MonitDocument
  readonly target: MonitTarget
  /** The ids of all rules of this language, for the rule that looks at their names in comments. */
  readonly ruleIds: readonly string[]
  /** Those of them that compare the file with others, and of which nobody can tell here what they would find. */
  readonly undecided: readonly string[]
  readonly settings: RuleSettings
  /** The other control files that the same monit reads, as far as they are at hand. */
  controlFiles(): readonly ControlFile[]
}

/** A command that monit runs, and what for. */
export interface CommandUse {
  readonly command: Command
  /** `exec` stands in a test. */
  readonly role: Program['role'] | 'exec'
  readonly service: Service
  readonly statement: Statement
}

/** A test and the check that it belongs to. */
export interface TestUse {
  readonly test: Test
  readonly service: Service
}

/**
 * The events of the walk over a control file: the checks for the rules that look at nothing else, each with its
 * statements; then the file, its problems, and statements in their order.
 */
export interface MonitEvents {
  /** Once. */
  readonly file: MonitDocument
  /** What monit refuses when it reads the file. */
  readonly problem: Problem
  /** Every statement of whatever kind. */
  readonly statement: Statement
  /** A `set …`. */
  readonly global: Global
  /** A check with all that belongs to it. */
  readonly service: Service
  /** Every program that monit runs: of `start` and its like, of `check program`, of `exec` in tests. */
  readonly command: CommandUse
  readonly test: TestUse
  /** A regular expression of a check. */
  readonly pattern: Pattern
  readonly include: Include
  /** Once, after all others: what they found, before comments silence any of it. */
  readonly end: { readonly document: MonitDocument; readonly found: readonly Diagnostic[] }
}

export interface MonitRule extends Rule<Hooks<MonitContext, MonitEvents>> {
  /**
   * `check`: of a check, and of what stands in one, the rule's hooks look at nothing but the check's own text, as long
   * as they don't ask for `ctx.whole`. What they find is then remembered by that text. The whole file where absent.
   */
  readonly reach?: 'check'
}

/** Declares a rule over control files. */
export function monitRule(rule: Omit<MonitRule, 'program'>): MonitRule {
  return { program: 'monit', ...rule }
}

/** A reference to a passage of monit's manual, as markdown. */
export function monitManual(title: string, anchor: ManualAnchor): string {
  return `[monit manual, ${title}](https://mmonit.com/monit/documentation/monit.html#${anchor})`
}
