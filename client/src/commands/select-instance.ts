import { type QuickPickItem, window } from 'vscode'
import { activeDocument, activeSystemdTarget } from '../describe-target.ts'
import { managerWithReason } from '../target-text.ts'
import { readSetting, writeSetting } from '../write-setting.ts'
import type { Command } from './command.ts'
import { commandIds } from './ids.ts'

interface InstanceItem extends QuickPickItem {
  readonly setting: 'auto' | 'system' | 'user'
}

/** Lets the person choose the instance of systemd that files are checked for. */
export const selectInstance: Command = {
  id: commandIds.selectInstance,
  failure: 'the instance could not be set',
  async run({ session }) {
    const file = activeDocument()?.uri
    const target = await activeSystemdTarget(session)
    const found = target && target.managerFrom !== 'setting' ? managerWithReason(target) : undefined
    const picked = await window.showQuickPick(instanceItems(found, readSetting('instance', file)), {
      title: 'Select instance',
      placeHolder: 'the systemd that runs the files',
    })
    if (!picked) return
    await writeSetting('instance', picked.setting, file)
    if (target?.managerFrom === 'comment' && picked.setting !== 'auto' && picked.setting !== target.manager) {
      void window.showInformationMessage(
        `Unitwright: this file stays with the ${target.manager} instance, since a comment in it says so`,
      )
    }
  },
}

function instanceItems(found: string | undefined, current: string): readonly InstanceItem[] {
  const items: readonly InstanceItem[] = [
    {
      label: 'Automatic',
      description: found ?? "by the file's folder, system where that says nothing",
      setting: 'auto',
    },
    { label: 'System', description: 'the machine, as root: systemctl', setting: 'system' },
    { label: 'User', description: 'a login, without privileges: systemctl --user', setting: 'user' },
  ]
  return items.map((item) => (item.setting === current ? { ...item, label: `$(check) ${item.label}` } : item))
}
