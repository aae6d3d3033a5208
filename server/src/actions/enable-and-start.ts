import type { Action } from './action.ts'
import { changeUnits, withPartners } from './systemctl.ts'

/** Enabling starts nothing, and what is started is gone after the next boot. */
export const enableAndStart: Action = {
  id: 'enable-and-start',
  title: 'Enable and start unit',
  label: 'Enable and start',
  summary: 'Starts the unit now and at every boot.',
  needs: { units: 'instance', isInstalled: true, privileges: true },
  steps: (target) => [
    {
      argv: changeUnits(target, ['enable', '--now'], withPartners(target)),
      why: 'starts it now and at every boot',
    },
  ],
}
