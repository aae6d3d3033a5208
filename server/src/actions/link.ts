import type { Action } from './action.ts'
import { changeUnits } from './systemctl.ts'

/** systemd reads its files again by itself after this. */
export const link: Action = {
  id: 'link',
  title: 'Link unit file into the unit folder',
  label: 'Link',
  summary: 'Makes the unit known to systemd by a link to the file, which stays where it is.',
  needs: { files: true, privileges: true },
  steps: (target) => [
    {
      argv: changeUnits(
        target,
        ['link'],
        target.files.map(({ source }) => source),
      ),
      why: 'makes systemd read the file from where it is',
    },
  ],
}
