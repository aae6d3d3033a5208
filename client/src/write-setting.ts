import { ConfigurationTarget, workspace } from 'vscode'
import { configurationSection } from '../../server/src/protocol.ts'
import { planSetting } from './setting-plan.ts'

/** Makes a setting of ours what a person chose, in the workspace where one is open, else for the person. */
export async function writeSetting(name: 'systemdVersion' | 'instance', chosen: string): Promise<void> {
  const configuration = workspace.getConfiguration(configurationSection)
  const hasWorkspace = workspace.workspaceFile !== undefined || (workspace.workspaceFolders ?? []).length > 0
  const { place, value } = planSetting(
    chosen,
    'auto',
    configuration.inspect<string>(name)?.globalValue,
    hasWorkspace,
  )
  const target = place === 'workspace' ? ConfigurationTarget.Workspace : ConfigurationTarget.Global
  await configuration.update(name, value, target)
}
