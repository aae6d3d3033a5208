import type { Action } from './action.ts'
import { journal } from './journal.ts'

/** Follows the journal, until it is interrupted. */
export const showLogs: Action = {
  id: 'show-logs',
  title: 'Follow logs of unit',
  label: 'Logs',
  summary: 'Shows what the unit and systemd say about it, and goes on doing so.',
  needs: { units: 'instance' },
  steps: (target) => [
    {
      argv: journal(target, ['--follow', '--lines=100']),
      why: 'shows its messages as they come; Ctrl+C ends it',
      isEndless: true,
    },
  ],
}
