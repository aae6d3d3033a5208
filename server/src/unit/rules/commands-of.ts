import { parserAt } from '../data/directives.ts'
import type { Known } from '../known.ts'
import { hasTag } from '../syntax/tree.ts'
import type { CommandLine } from '../values/commands/command-line.ts'
import { commandLineOf } from '../values/commands/remembered-line.ts'
import type { UnitContext } from './rule.ts'

/** What of a unit its command lines are read from. */
export type CommandSource = Pick<UnitContext, 'document' | 'target' | 'value'>

/** What was read last: the rules of one command ask one after the other. */
let latest: Known | undefined
let latestVersion = 0
let latestLine: CommandLine | undefined

/**
 * The command line of an assignment; undefined where the directive takes none, or where template tags stand in it.
 */
export function commandsOf(ctx: CommandSource, known: Known): CommandLine | undefined {
  const { version } = ctx.target
  if (known !== latest || version !== latestVersion) {
    latestLine = readCommands(ctx, known, version)
    latest = known
    latestVersion = version
  }
  return latestLine
}

function readCommands(
  ctx: CommandSource,
  { assignment, directive }: Known,
  version: number,
): CommandLine | undefined {
  if (parserAt(directive, version) !== 'exec' || hasTag(ctx.document.tree, assignment.valueSpan))
    return undefined
  return commandLineOf(ctx.value(assignment).text, version)
}
