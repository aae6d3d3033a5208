import type { Action } from './action.ts'
import { changeUnits, withPartners } from './systemctl.ts'

/** Undoes enabling; what runs goes on. Takes templates too: then all their instances are disabled. */
export const disable: Action = {
  id: 'disable',
  title: 'Disable unit',
  label: 'Disable',
  summary: 'Has the unit no longer started at boot; it goes on running now.',
  needs: { units: 'any', isInstalled: true, privileges: true },
  steps: (target) => [
    { argv: changeUnits(target, ['disable'], withPartners(target)), why: 'has it no longer started at boot' },
  ],
}
