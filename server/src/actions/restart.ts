import type { Action } from './action.ts'
import { changeUnits, servicesOf } from './systemctl.ts'

/**
 * Of a pair the service alone: its socket keeps what connects meanwhile, and systemd refuses to start a socket anew
 * while its service runs.
 */
export const restart: Action = {
  id: 'restart',
  title: 'Restart unit',
  label: 'Restart',
  summary: 'Stops the unit and starts it again; its socket goes on listening meanwhile.',
  needs: { units: 'instance', isInstalled: true, privileges: true },
  steps: (target) => [
    { argv: changeUnits(target, ['restart'], servicesOf(target)), why: 'stops it and starts it again' },
  ],
}
