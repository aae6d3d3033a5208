import { window } from 'vscode'
import { activeDocument, activeSystemdTarget } from '../describe-target.ts'
import { readTypedVersion, systemdVersions } from '../systemd-versions.ts'
import { versionWithReason } from '../target-text.ts'
import { readSetting, writeSetting } from '../write-setting.ts'
import type { Command } from './command.ts'
import { commandIds } from './ids.ts'
import { versionItems } from './version-items.ts'

/** Lets the person choose the systemd version that files are checked for. */
export const selectSystemdVersion: Command = {
  id: commandIds.selectSystemdVersion,
  failure: 'the systemd version could not be set',
  async run({ session }) {
    const file = activeDocument()?.uri
    const target = await activeSystemdTarget(session)
    const found = target && target.versionFrom !== 'setting' ? versionWithReason(target) : undefined
    const versions = systemdVersions.map(({ version, note }) => ({ version: String(version), note }))
    const items = versionItems(versions, found, readSetting('systemdVersion', file))
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
