import type { Action } from './action.ts'
import { askUnits, chosen } from './systemctl.ts'

/** `systemctl cat`: the unit's file and its drop-ins, in the order in which they count. */
export const showEffective: Action = {
  id: 'show-effective',
  title: 'Show effective unit',
  label: 'Effective unit',
  summary: 'Shows the files that systemd reads for the unit, drop-ins included.',
  needs: { units: 'any', isInstalled: true },
  steps: (target) => [
    { argv: askUnits(target, ['cat'], chosen(target)), why: 'shows the files that it is made of' },
  ],
}
