import type { Action } from './action.ts'
import { changeUnits, withPartners } from './systemctl.ts'

/** A socket that goes on listening would start its service again with the next request, so both are stopped. */
export const stop: Action = {
  id: 'stop',
  title: 'Stop unit',
  label: 'Stop',
  summary: 'Stops the unit, and the socket that would start it again.',
  needs: { units: 'instance', privileges: true },
  steps: (target) => [{ argv: changeUnits(target, ['stop'], withPartners(target)), why: 'stops it' }],
}
