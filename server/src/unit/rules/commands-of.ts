import { parserAt } from '../data/directives.ts'
import type { Known } from '../known.ts'
import { hasTag } from '../syntax/tree.ts'
import type { CommandLine } from '../values/commands/command-line.ts'
import { commandLineOf } from '../values/commands/remembered-line.ts'
import type { UnitContext } from './rule.ts'

/** What of a unit its command lines are read from. */
export type CommandSource = Pick<UnitContext, 'document' | 'target' | 'value'>

/**
 * The command line of an assignment; undefined where the directive takes none, or where template tags stand in it.
 */
export function commandsOf(ctx: CommandSource, { assignment, directive }: Known): CommandLine | undefined {
  const { version } = ctx.target
  if (parserAt(directive, version) !== 'exec' || hasTag(ctx.document.tree, assignment.valueSpan))
    return undefined
  return commandLineOf(ctx.value(assignment).text, version)
}
