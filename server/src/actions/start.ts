import type { Action } from './action.ts'
import { changeUnits, withPartners } from './systemctl.ts'

/** A socket is started with its service, which would else run without it. */
export const start: Action = {
  id: 'start',
  title: 'Start unit',
  label: 'Start',
  summary: 'Starts the unit now; it is not started at boot unless it is enabled too.',
  needs: { units: 'instance', isInstalled: true, privileges: true },
  steps: (target) => [{ argv: changeUnits(target, ['start'], withPartners(target)), why: 'starts it now' }],
}
