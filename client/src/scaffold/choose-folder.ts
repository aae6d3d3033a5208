import { FileType, Uri, window, workspace } from 'vscode'
import type { Answers, Template } from '../../../server/src/scaffold/template.ts'

/** Where a template is used, and what pointing there has answered already. */
export interface Start {
  readonly folder: Uri
  readonly said: Answers
}

/**
 * The folder that was pointed at, or the workspace's. The person says which where it has several, or none.
 * @param argument the folder or file that it was asked for on in the explorer, or anything
 * @returns undefined where the person gave up
 */
export async function chooseStart(template: Template, argument: unknown): Promise<Start | undefined> {
  if (argument instanceof Uri) return startAt(template, argument)
  const folders = workspace.workspaceFolders ?? []
  const folder =
    folders.length > 1
      ? (await window.showWorkspaceFolderPick({ placeHolder: 'the folder of the app' }))?.uri
      : (folders[0]?.uri ?? (await browseFolder(template)))
  return folder && { folder, said: {} }
}

/**
 * Lets the person choose any folder.
 * @param from where to begin
 */
export async function browseFolder({ title }: Template, from?: Uri): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    title: `${title}: the folder of the app`,
    openLabel: 'Choose',
    canSelectFolders: true,
    canSelectFiles: false,
    ...(from ? { defaultUri: from } : {}),
  })
  return chosen?.[0]
}

async function startAt({ pointedFile }: Template, uri: Uri): Promise<Start> {
  const { type } = await workspace.fs.stat(uri)
  if ((type & FileType.Directory) !== 0) return { folder: uri, said: {} }
  const parent = Uri.joinPath(uri, '..')
  if (!pointedFile?.endings.some((ending) => uri.path.endsWith(ending))) return { folder: parent, said: {} }
  // The project that a file belongs to begins further up than the file's own folder.
  const folder = workspace.getWorkspaceFolder(uri)?.uri ?? parent
  const inside = uri.path.slice(folder.path.replace(/\/$/, '').length + 1)
  return { folder, said: pointedFile.answers(inside) }
}
