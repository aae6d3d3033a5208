import { installAndStart } from '../actions/install-and-start.ts'
import type { Command } from './command.ts'
import { commandIds } from './ids.ts'

/** Goes from a unit file to a unit that runs now and at every boot. */
export const run: Command = {
  id: commandIds.run,
  failure: 'the unit was not started',
  run: (ctx, ...args) => installAndStart(ctx, args),
}
