import type { Action, Step, Target } from './action.ts'
import { asRoot, behindDashes, changeUnits, reloadManager, withPartners } from './systemctl.ts'
import { isTemplateName } from './unit-name.ts'

/**
 * Takes files out of the manager's folder, never others: where a link is there, the file that it leads to stays.
 * Stopping and disabling may fail where systemd does not know the unit, which is no reason to leave its file.
 */
export const remove: Action = {
  id: 'remove',
  title: 'Remove unit file from the unit folder',
  label: 'Remove',
  summary: 'Stops and disables the unit and takes its file out of the folder where systemd looks.',
  needs: { files: true, isInstalled: true, privileges: true },
  steps: (target) => [
    ...(target.units.length > 0 ? endUnits(target) : []),
    {
      argv: asRoot(target, [
        ...['rm', '-f'],
        ...behindDashes(target.files.map(({ place }) => `${target.unitFolder}/${place}`)),
      ]),
      why: 'takes the file out of the folder where systemd looks',
    },
    reloadManager(target),
  ],
}

function endUnits(target: Target): readonly Step[] {
  const names = withPartners(target)
  // The one place where a pattern is meant: the instances of a template.
  const running = names.map((name) => (isTemplateName(name) ? name.replace('@.', '@*.') : name))
  return [
    { argv: changeUnits(target, ['stop'], running), why: 'stops it', mayFail: true },
    { argv: changeUnits(target, ['disable'], names), why: 'has it no longer started at boot', mayFail: true },
    { argv: changeUnits(target, ['reset-failed'], running), why: 'forgets failures', mayFail: true },
  ]
}
