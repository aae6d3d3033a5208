import { ConfigurationTarget, type Uri, window, workspace } from 'vscode'
import { configurationSection } from '../../server/src/protocol.ts'
import { reachOf, type SettingPlace, valueToWrite } from './setting-plan.ts'

const targets: Readonly<Record<SettingPlace, ConfigurationTarget>> = {
  user: ConfigurationTarget.Global,
  workspace: ConfigurationTarget.Workspace,
  folder: ConfigurationTarget.WorkspaceFolder,
}

/** The settings that a person can choose from a list. */
export type ChosenSetting = 'systemdVersion' | 'monitVersion' | 'instance'

/** What a setting of ours says for a file. */
export function readSetting(name: ChosenSetting, file: Uri | undefined): string {
  return String(workspace.getConfiguration(configurationSection, file).get(name) ?? 'auto')
}

/**
 * Makes a setting about where files will run what a person chose. That belongs to the project: it is written for the
 * folder of the file where several folders are open, else for the workspace, and for the person where none is open.
 */
export async function writeSetting(
  name: ChosenSetting,
  chosen: string,
  file: Uri | undefined,
): Promise<void> {
  const configuration = workspace.getConfiguration(configurationSection, file)
  const place = placeFor(file)
  const value = valueToWrite(chosen, 'auto', place, configuration.inspect<string>(name) ?? {})
  await configuration.update(name, value, targets[place])
  const reach = reachOf(value, place)
  if (reach) void window.showInformationMessage(`Unitwright: ${reach}`)
}

function placeFor(file: Uri | undefined): SettingPlace {
  const { workspaceFile, workspaceFolders = [] } = workspace
  if (!workspaceFile && workspaceFolders.length === 0) return 'user'
  return workspaceFolders.length > 1 && file && workspace.getWorkspaceFolder(file) ? 'folder' : 'workspace'
}
