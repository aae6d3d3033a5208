import { CancellationTokenSource, type Disposable, type Uri, workspace } from 'vscode'
import { managerOfFile } from '../actions/choose-unit.ts'
import { findUnitFiles, unitFiles } from '../actions/find-unit-files.ts'
import { unitFileOf } from '../actions/unit-file.ts'
import type { Session } from '../session.ts'
import type { WorkspaceUnit } from './service-tree.ts'

/** How long files must rest before they are looked for again, in milliseconds: a checkout changes many. */
const rest = 300

/** The units that the workspace has files of, kept up to date until it is disposed. */
export class WorkspaceUnits implements Disposable {
  readonly #session: Session
  readonly #changed: () => void
  readonly #listeners: readonly Disposable[]
  #units: readonly WorkspaceUnit[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Ends the search that goes on. */
  #search = new CancellationTokenSource()

  /** @param changed called when there are other units than before */
  constructor(session: Session, changed: () => void) {
    this.#session = session
    this.#changed = changed
    const watcher = workspace.createFileSystemWatcher(unitFiles)
    const soon = () => this.#soon()
    this.#listeners = [
      watcher,
      watcher.onDidCreate(soon),
      watcher.onDidChange(soon),
      watcher.onDidDelete(soon),
      session.onDidChangeTargets(soon),
      session.onDidChangeState(soon),
      workspace.onDidChangeWorkspaceFolders(soon),
    ]
    void this.#find()
  }

  /** Those nearest to the workspace's root first. */
  get units(): readonly WorkspaceUnit[] {
    return this.#units
  }

  dispose(): void {
    this.#search.cancel()
    clearTimeout(this.#timer)
    for (const each of this.#listeners) each.dispose()
  }

  #soon(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#find(), rest)
  }

  async #find(): Promise<void> {
    // What an earlier search finds is out of date.
    this.#search.cancel()
    this.#search = new CancellationTokenSource()
    const { token } = this.#search
    const uris = [...(await findUnitFiles(token))].sort(byDepth)
    if (token.isCancellationRequested) return
    const found = await Promise.all(uris.map((uri) => this.#unitOf(uri)))
    const units = found.flatMap((each) => (each ? [each] : []))
    if (token.isCancellationRequested || JSON.stringify(units) === JSON.stringify(this.#units)) return
    this.#units = units
    this.#changed()
  }

  /** The unit of a file; undefined for what only has such a name, as files for D-Bus have. */
  async #unitOf(uri: Uri): Promise<WorkspaceUnit | undefined> {
    const file = unitFileOf(uri.path)
    if (!file || uri.scheme !== 'file') return undefined
    try {
      const { languageId } = await workspace.openTextDocument(uri)
      if (languageId !== 'systemd-unit') return undefined
      const manager = await managerOfFile({ session: this.#session }, uri)
      return { manager, unit: file.unit, file: { source: uri.fsPath, place: file.place } }
    } catch {
      // It has gone meanwhile, or is no text.
      return undefined
    }
  }
}

function byDepth(a: Uri, b: Uri): number {
  const depth = (uri: Uri) => uri.path.split('/').length
  return depth(a) - depth(b) || (a.path < b.path ? -1 : 1)
}
