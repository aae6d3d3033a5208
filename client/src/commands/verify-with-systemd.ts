import type { Command } from './command.ts'
import { commandIds } from './ids.ts'
import { verifyWith } from './verify-document.ts'

/** Has the machine's systemd look at the unit file in the editor. */
export const verifyWithSystemd: Command = {
  id: commandIds.verifyWithSystemd,
  failure: 'the file could not be verified',
  run: (ctx) => verifyWith(ctx, { kind: 'systemd', name: 'systemd-analyze', reads: 'a systemd unit file' }),
}
