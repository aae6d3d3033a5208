import { commands, Uri, window } from 'vscode'
import { type Choosing, chooseUnits } from '../actions/choose-unit.ts'

/** What packages and programs write: a change there is lost with the next update or boot. */
const ofOthers = /^\/(?:usr|lib|run)\//

/**
 * Opens the file that a unit is made by: the workspace's own where it is that, else the one that systemd reads.
 * @param args what a menu, a tree or a keybinding handed over
 */
export async function openUnitFile(ctx: Choosing, args: readonly unknown[]): Promise<void> {
  if (!(await ctx.runner.mayRun())) return
  const [chosen] = (await chooseUnits(ctx, 'Open unit file', args)) ?? []
  if (!chosen) return
  const { manager, unit, file } = chosen
  const path = file?.source ?? (await ctx.runner.states(manager, [unit])).get(unit)?.fragmentPath
  if (path === undefined) {
    void window.showInformationMessage(`Unitwright: '${unit}' has no file that systemd reads`)
    return
  }
  await window.showTextDocument(Uri.file(path))
  if (ofOthers.test(path)) {
    await commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession')
  }
}
