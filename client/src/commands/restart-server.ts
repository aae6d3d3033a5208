import type { Command } from './command.ts'
import { commandIds } from './ids.ts'

/** Ends the language server and starts it anew. */
export const restartServer: Command = {
  id: commandIds.restartServer,
  failure: 'the language server could not be restarted',
  run: ({ session }) => session.restart(),
}
