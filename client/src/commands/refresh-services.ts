import type { Command } from './command.ts'
import { commandIds } from './ids.ts'

/** Asks systemd now rather than at the next turn. */
export const refreshServices: Command = {
  id: commandIds.refreshServices,
  failure: 'the services could not be asked for',
  run: ({ states }) => states.refresh(),
}
