import { commandOf } from '../../../server/src/scaffold/command.ts'
import { templates } from '../../../server/src/scaffold/templates.ts'
import { generate } from '../scaffold/generate.ts'
import type { Command } from './command.ts'

/** A command for each kind of thing that can be generated. */
export const generateCommands: readonly Command[] = templates.map((template) => ({
  id: commandOf(template),
  failure: 'nothing was generated',
  run: ({ state }, argument) => generate(template, argument, state),
}))
