import { openUnitFile as open } from '../views/open-unit-file.ts'
import type { Command } from './command.ts'
import { commandIds } from './ids.ts'

/** Opens the file of a unit. Its argument is a file, `{ manager, unit }`, or the name of a unit. */
export const openUnitFile: Command = {
  id: commandIds.openUnitFile,
  failure: 'the unit file could not be opened',
  run: (ctx, ...args) => open(ctx, args),
}
