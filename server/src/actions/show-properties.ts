import type { Action } from './action.ts'
import { askUnits, chosen } from './systemctl.ts'

/** What all settings came to, defaults included. */
export const showProperties: Action = {
  id: 'show-properties',
  title: 'Show properties of unit',
  label: 'Properties',
  summary: 'Shows every setting of the unit as systemd has it now, defaults included.',
  needs: { units: 'instance' },
  steps: (target) => [
    { argv: askUnits(target, ['show'], chosen(target)), why: 'shows all its settings, defaults included' },
  ],
}
