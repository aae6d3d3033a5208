import { commands, type QuickPickItem, window } from 'vscode'
import type { TargetInfo } from '../../../server/src/protocol.ts'
import { activeTarget } from '../describe-target.ts'
import { managerWithReason, versionWithReason } from '../target-text.ts'
import type { Command } from './command.ts'
import { commandIds } from './ids.ts'

interface ChangeItem extends QuickPickItem {
  readonly command: string
}

/** Shows why a file is checked for what it is, and leads to changing it. Runs when the status bar is clicked. */
export const changeTarget: Command = {
  id: commandIds.changeTarget,
  failure: 'the target could not be changed',
  async run({ session }) {
    const target = await activeTarget(session)
    const picked = await window.showQuickPick(changeItems(target), {
      title: 'Unitwright',
      placeHolder: 'what this file is checked for',
    })
    if (picked) await commands.executeCommand(picked.command)
  },
}

function changeItems(target: TargetInfo | undefined): readonly ChangeItem[] {
  const version = target && versionWithReason(target)
  if (target?.program === 'monit') {
    return [{ label: 'Select monit version', description: version, command: commandIds.selectMonitVersion }]
  }
  return [
    { label: 'Select systemd version', description: version, command: commandIds.selectSystemdVersion },
    {
      label: 'Select instance',
      description: target && managerWithReason(target),
      command: commandIds.selectInstance,
    },
  ]
}
