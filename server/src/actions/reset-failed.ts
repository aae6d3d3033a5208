import type { Action } from './action.ts'
import { changeUnits, withPartners } from './systemctl.ts'

/** Also starts the counting of starts anew, on which the start limit goes. */
export const resetFailed: Action = {
  id: 'reset-failed',
  title: 'Reset failed unit',
  label: 'Reset',
  summary: 'Has systemd forget that the unit failed, and how often it was started lately.',
  needs: { units: 'instance', isInstalled: true, privileges: true },
  steps: (target) => [
    {
      argv: changeUnits(target, ['reset-failed'], withPartners(target)),
      why: 'forgets the failure and the count of starts',
    },
  ],
}
