import type { Action } from './action.ts'
import { changeUnits, servicesOf } from './systemctl.ts'

/** Runs ExecReload=. Fails where the unit doesn't run, or has none. */
export const reload: Action = {
  id: 'reload',
  title: 'Reload unit',
  label: 'Reload',
  summary:
    'Has the running service read its own configuration again, without stopping; it needs ExecReload=.',
  needs: { units: 'instance', isInstalled: true, isActive: true, privileges: true },
  steps: (target) => [
    { argv: changeUnits(target, ['reload'], servicesOf(target)), why: 'has it read its configuration again' },
  ],
}
