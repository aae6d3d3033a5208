import type { Action } from './action.ts'
import { changeUnits, withPartners } from './systemctl.ts'

/** What `[Install]` asks for; nothing is started. */
export const enable: Action = {
  id: 'enable',
  title: 'Enable unit',
  label: 'Enable',
  summary: 'Has the unit started at boot from now on, as [Install] says; it is not started now.',
  needs: { units: 'instance', isInstalled: true, privileges: true },
  steps: (target) => [
    {
      argv: changeUnits(target, ['enable'], withPartners(target)),
      why: 'has it started at boot from now on',
    },
  ],
}
