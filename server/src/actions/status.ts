import type { Action } from './action.ts'
import { askUnits, withPartners } from './systemctl.ts'

/** `systemctl status` exits with 3 for a unit that doesn't run, which is an answer. */
export const status: Action = {
  id: 'status',
  title: 'Show status of unit',
  label: 'Status',
  summary: 'Shows whether the unit runs, since when, how it ended, and its last messages.',
  needs: { units: 'instance' },
  steps: (target) => [
    {
      argv: askUnits(target, ['status', '--full', '--lines=20'], withPartners(target)),
      why: 'shows its state and last messages',
      answers: [3],
    },
  ],
}
