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
  const each = (words: readonly string[], operands: readonly string[], why: string): readonly Step[] =>
    operands.map((operand) => ({ argv: changeUnits(target, words, [operand]), why, mayFail: true }))
  // The one place where a pattern is meant: the instances of a template.
  const running = names.map((name) => (isTemplateName(name) ? name.replace('@.', '@*.') : name))
  return [
    // Told of several at once, systemctl disables none where one has no file, and since 262 stops none.
    ...each(['stop'], running, 'stops it'),
    ...each(['disable'], names, 'has it no longer started at boot'),
    { argv: changeUnits(target, ['reset-failed'], running), why: 'forgets failures', mayFail: true },
  ]
}
