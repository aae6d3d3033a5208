import type { Action } from './action.ts'
import { behindDashes } from './systemctl.ts'

/** logind asks for rights only where somebody else is meant, or where it is told to let nobody decide for himself. */
export const enableLingering: Action = {
  id: 'enable-lingering',
  title: 'Enable lingering',
  label: 'Enable lingering',
  summary: 'Has your services started at boot and kept running after logout, without anybody logged in.',
  needs: {},
  steps: ({ user, elevation }) => [
    {
      argv: [
        ...(elevation === 'none' ? [] : [elevation]),
        ...['loginctl', 'enable-linger'],
        ...behindDashes(user === undefined ? [] : [user]),
      ],
      why: 'keeps the services of the user running without a login, from boot on',
    },
  ],
}
