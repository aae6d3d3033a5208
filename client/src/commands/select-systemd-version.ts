import { type QuickPickItem, window } from 'vscode'
import type { TargetInfo } from '../../../server/src/protocol.ts'
import { activeDocument, activeTarget } from '../describe-target.ts'
import { readTypedVersion, systemdVersions } from '../systemd-versions.ts'
import { versionWithReason } from '../target-text.ts'
import { readSetting, writeSetting } from '../write-setting.ts'
import type { Command } from './command.ts'
import { commandIds } from './ids.ts'

interface VersionItem extends QuickPickItem {
  /** The value of the setting; undefined where it is still to be typed. */
  readonly setting: string | undefined
}

/** Lets the person choose the systemd version that files are checked for. */
export const selectSystemdVersion: Command = {
  id: commandIds.selectSystemdVersion,
  failure: 'the systemd version could not be set',
  async run({ session }) {
    const file = activeDocument()?.uri
    const items = versionItems(await activeTarget(session), readSetting('systemdVersion', file))
    const picked = await window.showQuickPick(items, {
      title: 'Select systemd version',
      placeHolder: 'the version of the machine that the files are for',
      matchOnDescription: true,
    })
    if (!picked) return
    const setting = picked.setting ?? (await typeVersion())
    if (setting !== undefined) await writeSetting('systemdVersion', setting, file)
  },
}

function versionItems(target: TargetInfo | undefined, current: string): readonly VersionItem[] {
  const found =
    target && target.versionFrom !== 'setting'
      ? versionWithReason(target)
      : "this machine's version, or else the newest known"
  const items: readonly VersionItem[] = [
    { label: 'Automatic', description: found, setting: 'auto' },
    ...systemdVersions.map(({ version, note }) => ({
      label: String(version),
      description: note,
      setting: String(version),
    })),
  ]
  const other = items.every(({ setting }) => setting !== current) ? current : undefined
  return [
    ...items.map((item) => (item.setting === current ? { ...item, label: `$(check) ${item.label}` } : item)),
    { label: 'Another version...', description: other && `${other} is set`, setting: undefined },
  ]
}

async function typeVersion(): Promise<string | undefined> {
  const typed = await window.showInputBox({
    title: 'Select systemd version',
    prompt: 'What `systemctl --version` prints first, without "systemd"',
    placeHolder: '249',
    validateInput: (text) =>
      readTypedVersion(text) ? undefined : `'${text}' is no systemd version; a number such as 249 is`,
  })
  return typed === undefined ? undefined : readTypedVersion(typed)
}
