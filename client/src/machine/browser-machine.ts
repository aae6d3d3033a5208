import type { Machine } from './machine.ts'

/** What there is in a browser: no machine at all. */
export const browserMachine: Machine = {
  user: undefined,
  unfit: async () => 'browser',
  ask: async () => undefined,
  busVariables: () => ({}),
  realPath: async () => undefined,
  isBusy: async () => false,
  statusFile: async () => {
    throw new Error('there is no shell in a browser')
  },
}
