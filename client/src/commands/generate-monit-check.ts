import { monitCheck } from '../../../server/src/scaffold/templates/monit-check.ts'
import { generate } from '../scaffold/generate.ts'
import type { Command } from './command.ts'
import { commandIds } from './ids.ts'

/** Writes a check of monit's for a service that is there already. */
export const generateMonitCheck: Command = {
  id: commandIds.generateMonitCheck,
  failure: 'nothing was generated',
  run: (_ctx, argument) => generate(monitCheck, argument),
}
