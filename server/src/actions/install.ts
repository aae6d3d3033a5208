import type { Action, Target } from './action.ts'
import { asRoot, behindDashes, reloadManager } from './systemctl.ts'

/**
 * `install` puts a new file in the place of what was there: copying would write through a link, into `/dev/null` where
 * the unit is masked.
 */
export const install: Action = {
  id: 'install',
  title: 'Install unit file into the unit folder',
  label: 'Install',
  summary: 'Copies the file to where systemd looks for it; what is there of that name is replaced.',
  needs: { files: true, privileges: true },
  steps: (target) => [
    {
      argv: asRoot(target, ['mkdir', '-p', ...behindDashes(foldersOf(target))]),
      why: 'makes the folder where systemd looks',
    },
    ...target.files.map(({ source, place }) => ({
      argv: asRoot(target, [
        ...['install', '-m', '644', '-T'],
        ...behindDashes([source, `${target.unitFolder}/${place}`]),
      ]),
      why: `copies ${place} there`,
    })),
    reloadManager(target),
  ],
}

function foldersOf({ unitFolder, files }: Target): readonly string[] {
  const folders = files.map(({ place }) => {
    const slash = place.lastIndexOf('/')
    return slash < 0 ? unitFolder! : `${unitFolder}/${place.slice(0, slash)}`
  })
  return [...new Set(folders)]
}
