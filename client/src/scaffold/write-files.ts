import { FileSystemError, FileType, Range, type TextDocument, Uri, WorkspaceEdit, workspace } from 'vscode'

/** A file and where it goes. */
export interface PlacedFile {
  readonly uri: Uri
  readonly text: string
}

/**
 * Which of the files are there already.
 * @throws where something else is in the place of a file
 */
export async function existing(files: readonly PlacedFile[]): Promise<readonly PlacedFile[]> {
  const types = await Promise.all(files.map(({ uri }) => typeAt(uri)))
  const found = files.filter((_file, index) => types[index] !== undefined)
  const other = found.find((file) => !hasType(types[files.indexOf(file)], FileType.File))
  if (other) throw new Error(`'${other.uri.path}' is there already, and is no file`)
  return found
}

/**
 * Writes files as one change that one undo takes back. Where it fails, all is as it was before.
 * @throws where a file can't be written
 */
export async function writeFiles(files: readonly PlacedFile[], label: string): Promise<void> {
  const old = await existing(files)
  const fresh = files.filter((file) => !old.includes(file))
  const replaced = await Promise.all(old.map(({ uri }) => workspace.openTextDocument(uri)))
  const before = replaced.map((document) => document.getText())
  const folders = await missingFolders(fresh)
  try {
    for (const folder of folders) await workspace.fs.createDirectory(folder).then(undefined, refused(folder))
    const edit = new WorkspaceEdit()
    const metadata = { label, needsConfirmation: false }
    for (const { uri, text } of fresh) {
      edit.createFile(uri, { contents: new TextEncoder().encode(text) }, metadata)
    }
    for (const [index, document] of replaced.entries()) {
      edit.replace(document.uri, whole(document), old[index]!.text, metadata)
    }
    if (!(await workspace.applyEdit(edit))) await tellRefusal(fresh)
    await saveAll(replaced)
  } catch (error) {
    for (const { uri } of fresh) await remove(uri)
    for (const folder of [...folders].reverse()) await remove(folder)
    await putBack(replaced, before)
    throw error
  }
}

/** @throws always; a change that was not applied says nothing of why, so each new file is tried again by itself */
async function tellRefusal(fresh: readonly PlacedFile[]): Promise<never> {
  for (const { uri } of fresh)
    await workspace.fs.writeFile(uri, new Uint8Array()).then(undefined, refused(uri))
  throw new Error('the editor did not make the change')
}

async function saveAll(documents: readonly TextDocument[]): Promise<void> {
  for (const document of documents) {
    if (!(await document.save())) throw new Error(`'${document.uri.path}' can't be written`)
  }
}

/** Gives documents their texts back, also on the disk where that was changed. */
async function putBack(documents: readonly TextDocument[], texts: readonly string[]): Promise<void> {
  const changed = documents.filter((document, index) => document.getText() !== texts[index])
  const edit = new WorkspaceEdit()
  for (const document of changed)
    edit.replace(document.uri, whole(document), texts[documents.indexOf(document)]!)
  await workspace.applyEdit(edit)
  for (const document of changed) await document.save()
}

function whole(document: TextDocument): Range {
  return new Range(document.positionAt(0), document.positionAt(document.getText().length))
}

/**
 * The folders that files need and that are not there, each behind the one that it lies in.
 * @throws where something else is in the place of one
 */
async function missingFolders(files: readonly PlacedFile[]): Promise<readonly Uri[]> {
  const missing = new Map<string, Uri>()
  for (const { uri } of files) {
    const ancestors: Uri[] = []
    for (let folder = Uri.joinPath(uri, '..'); folder.path !== '/'; folder = Uri.joinPath(folder, '..')) {
      const type = await typeAt(folder)
      if (hasType(type, FileType.Directory)) break
      if (type !== undefined)
        throw new Error(`'${folder.path}' is no folder, and '${uri.path}' belongs into it`)
      ancestors.unshift(folder)
    }
    for (const folder of ancestors) missing.set(folder.toString(), folder)
  }
  return [...missing.values()]
}

/** What turns a failure of a file system into a message for people. */
function refused({ path }: Uri): (error: unknown) => never {
  return (error) => {
    const isPermission = error instanceof FileSystemError && error.code === 'NoPermissions'
    const reason = isPermission ? 'permission is denied' : error instanceof Error ? error.message : error
    throw new Error(`'${path}' can't be written: ${reason}`)
  }
}

async function typeAt(uri: Uri): Promise<FileType | undefined> {
  return workspace.fs.stat(uri).then(
    ({ type }) => type,
    () => undefined,
  )
}

function hasType(type: FileType | undefined, wanted: FileType): boolean {
  return type !== undefined && (type & wanted) !== 0
}

/** Removes a new file, or a new folder that is empty. */
async function remove(uri: Uri): Promise<void> {
  await workspace.fs.delete(uri).then(undefined, () => undefined)
}
