import * as vscode from 'vscode'
import { until } from './until.ts'

/**
 * Takes a picture of the editor's window, where the script that started VS Code was asked for pictures and can take
 * them; does nothing elsewhere. Returns when the picture is there.
 * @param name the file's name without its extension
 */
export async function screenshot(name: string): Promise<void> {
  const folder = typeof process === 'undefined' ? undefined : process.env.UNITWRIGHT_SCREENSHOTS
  if (!folder) return
  const picture = vscode.Uri.joinPath(vscode.Uri.file(folder), `${name}.png`)
  console.log(`UNITWRIGHT_SCREENSHOT ${name}`)
  await until(`the picture '${name}'`, () => vscode.workspace.fs.stat(picture))
}
