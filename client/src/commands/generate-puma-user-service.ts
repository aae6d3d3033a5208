import { pumaUser } from '../../../server/src/scaffold/templates/puma-user.ts'
import { generate } from '../scaffold/generate.ts'
import type { Command } from './command.ts'
import { commandIds } from './ids.ts'

/** Writes the files that run a Ruby app by Puma under its user's own systemd. */
export const generatePumaUserService: Command = {
  id: commandIds.generatePumaUserService,
  failure: 'nothing was generated',
  run: (_ctx, argument) => generate(pumaUser, argument),
}
