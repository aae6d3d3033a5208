import type { Command } from './command.ts'
import { commandIds } from './ids.ts'

/** Shows what client and server have logged. */
export const showLog: Command = {
  id: commandIds.showLog,
  failure: 'the log could not be shown',
  run: ({ log }) => log.show(),
}
