import type { Command } from './command.ts'
import { commandIds } from './ids.ts'
import { verifyWith } from './verify-document.ts'

/** Has the machine's monit look at the control file in the editor. */
export const verifyWithMonit: Command = {
  id: commandIds.verifyWithMonit,
  failure: 'the file could not be verified',
  run: (ctx) => verifyWith(ctx, { kind: 'monit', name: 'monit', reads: 'a monit control file' }),
}
