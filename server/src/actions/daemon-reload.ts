import type { Action } from './action.ts'
import { reloadManager } from './systemctl.ts'

/** Units that run are not touched. */
export const daemonReload: Action = {
  id: 'daemon-reload',
  title: 'Reload systemd (daemon-reload)',
  label: 'Reload systemd',
  summary: 'Has systemd read all unit files again; what runs goes on as it was started.',
  needs: { privileges: true },
  steps: (target) => [reloadManager(target)],
}
