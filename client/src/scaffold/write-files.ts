import { Range, type Uri, WorkspaceEdit, workspace } from 'vscode'

/** A file and where it goes. */
export interface PlacedFile {
  readonly uri: Uri
  readonly text: string
}

/** Which of the files are there already. */
export async function existing(files: readonly PlacedFile[]): Promise<readonly PlacedFile[]> {
  const found = await Promise.all(files.map(({ uri }) => isThere(uri)))
  return files.filter((_file, index) => found[index])
}

/**
 * Writes files as one change that one undo takes back. Where it fails, what is new is removed again.
 * @throws where a file can't be written
 */
export async function writeFiles(files: readonly PlacedFile[], label: string): Promise<void> {
  const old = new Set(await existing(files))
  const edit = new WorkspaceEdit()
  for (const file of files) {
    const metadata = { label, needsConfirmation: false }
    if (old.has(file)) {
      const document = await workspace.openTextDocument(file.uri)
      const whole = new Range(document.positionAt(0), document.positionAt(document.getText().length))
      edit.replace(file.uri, whole, file.text, metadata)
    } else edit.createFile(file.uri, { contents: new TextEncoder().encode(file.text) }, metadata)
  }
  if (!(await workspace.applyEdit(edit)) || (await existing(files)).length < files.length) {
    for (const { uri } of files.filter((file) => !old.has(file))) await remove(uri)
    throw new Error(`'${files.map(({ uri }) => uri.path).join("', '")}' can't be written`)
  }
  for (const { uri } of old) await (await workspace.openTextDocument(uri)).save()
}

async function isThere(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  )
}

async function remove(uri: Uri): Promise<void> {
  if (await isThere(uri)) await workspace.fs.delete(uri)
}
