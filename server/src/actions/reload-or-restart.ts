import type { Action } from './action.ts'
import { changeUnits, servicesOf } from './systemctl.ts'

/** Works whatever the unit's state is, which is why deployments use it. */
export const reloadOrRestart: Action = {
  id: 'reload-or-restart',
  title: 'Reload or restart unit',
  label: 'Reload or restart',
  summary: 'Reloads the unit where it can, restarts it where it can not, and starts it where it is stopped.',
  needs: { units: 'instance', isInstalled: true, privileges: true },
  steps: (target) => [
    {
      argv: changeUnits(target, ['reload-or-restart'], servicesOf(target)),
      why: 'reloads it if it can, else restarts it',
    },
  ],
}
