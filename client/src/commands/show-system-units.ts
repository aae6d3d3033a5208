import type { Command } from './command.ts'
import { commandIds } from './ids.ts'

/** Shows the units of the system among the services, besides the person's own. */
export const showSystemUnits: Command = {
  id: commandIds.showSystemUnits,
  failure: 'the units of the system could not be shown',
  async run({ services }) {
    await services.showSystem(true)
    await services.reveal()
  },
}
