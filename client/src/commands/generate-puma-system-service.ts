import { pumaSystem } from '../../../server/src/scaffold/templates/puma-system.ts'
import { generate } from '../scaffold/generate.ts'
import type { Command } from './command.ts'
import { commandIds } from './ids.ts'

/** Writes the files that run a Ruby app by Puma under the systemd of the machine. */
export const generatePumaSystemService: Command = {
  id: commandIds.generatePumaSystemService,
  failure: 'nothing was generated',
  run: (_ctx, argument) => generate(pumaSystem, argument),
}
