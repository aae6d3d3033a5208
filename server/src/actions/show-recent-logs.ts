import type { Action } from './action.ts'
import { journal } from './journal.ts'

/** What came last, for whoever asks why something failed. */
export const showRecentLogs: Action = {
  id: 'show-recent-logs',
  title: 'Show last log lines of unit',
  label: 'Last log lines',
  summary: 'Shows the last messages of the unit, and of systemd about it.',
  needs: { units: 'instance' },
  steps: (target) => [{ argv: journal(target, ['--lines=50']), why: 'shows its last messages' }],
}
