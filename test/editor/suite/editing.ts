import * as vscode from 'vscode'
import { until } from './until.ts'

const marker = '$0'
let folders = 0

/**
 * An editor with a file in a folder of its own, so that no test sees another's files.
 * @param name the file's name, may contain folders
 * @param text its text; `$0` says where the cursor stands, else it stands at the end
 */
export async function openFile(name: string, text: string): Promise<vscode.TextEditor> {
  const [workspace] = vscode.workspace.workspaceFolders ?? []
  if (!workspace) throw new Error('the suite needs a workspace folder')
  folders += 1
  const uri = vscode.Uri.joinPath(workspace.uri, `test-${folders}`, name)
  const cursor = text.indexOf(marker)
  const plain = cursor < 0 ? text : text.slice(0, cursor) + text.slice(cursor + marker.length)
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(plain))
  const editor = await vscode.window.showTextDocument(uri, { preview: false })
  const position = editor.document.positionAt(cursor < 0 ? plain.length : cursor)
  editor.selection = new vscode.Selection(position, position)
  return editor
}

/** Types text where the cursor is, key by key, as a user does: completion and auto-indent react to it. */
export async function type(text: string): Promise<void> {
  for (const key of text) await vscode.commands.executeCommand('type', { text: key })
}

/**
 * Accepts the suggestion that is selected in the open list, and waits for the text to change. The list opens in its
 * own time, and accepting does nothing before: so it is asked for and accepted until the text has changed.
 */
export async function acceptSuggestion(editor: vscode.TextEditor): Promise<string> {
  const before = editor.document.getText()
  await vscode.commands.executeCommand('editor.action.triggerSuggest')
  return until('a suggestion to accept', async () => {
    await vscode.commands.executeCommand('acceptSelectedSuggestion')
    const after = editor.document.getText()
    return after === before ? undefined : after
  })
}

/**
 * The diagnostics of a document once they are as wanted.
 * @param wanted says if these are the ones to wait for
 */
export async function diagnosticsWhen(
  document: vscode.TextDocument,
  wanted: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  let found: readonly vscode.Diagnostic[] = []
  return until('the wanted diagnostics', () => {
    found = vscode.languages.getDiagnostics(document.uri)
    if (wanted(found)) return found
    throw new Error(`found ${JSON.stringify(found.map(({ message }) => message))}`)
  })
}

/**
 * Applies the quick fix of the first problem whose message has a text in it: the preferred one, where there is one.
 * @param part of the message
 */
export async function applyFix(document: vscode.TextDocument, part: string): Promise<void> {
  const isMeant = ({ message }: vscode.Diagnostic) => message.includes(part)
  const problem = (await diagnosticsWhen(document, (each) => each.some(isMeant))).find(isMeant)!
  const action = await until('the fix', async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem.range,
      vscode.CodeActionKind.QuickFix.value,
      10,
    )
    return actions.find(({ isPreferred, edit }) => isPreferred && edit) ?? actions.find(({ edit }) => edit)
  })
  await vscode.workspace.applyEdit(action.edit!)
}
