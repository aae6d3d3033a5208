import { window } from 'vscode'
import { activeDocument, activeMonitTarget } from '../describe-target.ts'
import { monitVersions, readTypedMonitVersion } from '../monit-versions.ts'
import { versionWithReason } from '../target-text.ts'
import { readSetting, writeSetting } from '../write-setting.ts'
import type { Command } from './command.ts'
import { commandIds } from './ids.ts'
import { versionItems } from './version-items.ts'

/** Lets the person choose the monit version that control files are checked for. */
export const selectMonitVersion: Command = {
  id: commandIds.selectMonitVersion,
  failure: 'the monit version could not be set',
  async run({ session }) {
    const file = activeDocument()?.uri
    const target = await activeMonitTarget(session)
    const found = target && target.versionFrom !== 'setting' ? versionWithReason(target) : undefined
    const picked = await window.showQuickPick(
      versionItems(monitVersions, found, readSetting('monitVersion', file)),
      {
        title: 'Select monit version',
        placeHolder: 'the version of the machine that the files are for',
        matchOnDescription: true,
      },
    )
    if (!picked) return
    const setting = picked.setting ?? (await typeVersion())
    if (setting === undefined) return
    await writeSetting('monitVersion', setting, file)
    if (target?.versionFrom === 'comment' && setting !== 'auto' && setting !== target.version) {
      void window.showInformationMessage(
        `Unitwright: this file stays with monit ${target.version}, since a comment in it says so`,
      )
    }
  },
}

async function typeVersion(): Promise<string | undefined> {
  const typed = await window.showInputBox({
    title: 'Select monit version',
    prompt: 'What `monit -V` prints, without "This is Monit version"',
    placeHolder: '5.25.3',
    validateInput: (text) =>
      readTypedMonitVersion(text)
        ? undefined
        : `'${text}' is no monit version; numbers such as 5.25.3 or 6.0 are`,
  })
  return typed === undefined ? undefined : readTypedMonitVersion(typed)
}
