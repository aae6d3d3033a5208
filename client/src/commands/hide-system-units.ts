import type { Command } from './command.ts'
import { commandIds } from './ids.ts'

/** Shows the person's own units only among the services. */
export const hideSystemUnits: Command = {
  id: commandIds.hideSystemUnits,
  failure: 'the units of the system could not be hidden',
  run: ({ services }) => services.showSystem(false),
}
