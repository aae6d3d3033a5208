import { actions } from '../../../server/src/actions/actions.ts'
import { commandOfAction } from '../../../server/src/actions/command.ts'
import { runAction } from '../actions/run-action.ts'
import type { Command } from './command.ts'

/** A command for each thing to do with a unit. Its argument is a file, `{ manager, unit }`, or the name of a unit. */
export const actionCommands: readonly Command[] = actions.map(({ id, title }) => ({
  id: commandOfAction(id),
  failure: `'${title}' could not be done`,
  run: (ctx, ...args) => runAction(ctx, id, args),
}))
