import type { FileSystem } from '../base/file-system.ts'
import { identifyUnit } from '../unit/identity.ts'
import { normalUri, pathOfUri } from './uri.ts'
import { walkFolder } from './walk-folder.ts'

/**
 * The names of the unit files in the workspace's folders and of the open ones. Folders are read in the background;
 * asking never waits.
 */
export class UnitIndex {
  readonly #files: FileSystem
  readonly #changed: () => void
  readonly #folders = new Map<string, symbol>()
  readonly #onDisk = new Map<string, string>()
  readonly #open = new Map<string, string>()
  #names: readonly string[] = []

  /** @param changed called after the set of names has changed */
  constructor(files: FileSystem, changed: () => void = () => {}) {
    this.#files = files
    this.#changed = changed
  }

  /** All names, sorted, each once; drop-ins add none. */
  get names(): readonly string[] {
    return this.#names
  }

  /** Reads a workspace folder; done when its names are known. A second call reads it anew. */
  async addFolder(uri: string): Promise<void> {
    const folder = normalUri(uri)
    const scan = Symbol(folder)
    this.#folders.set(folder, scan)
    const found = await this.#read(folder, () => this.#folders.get(folder) === scan)
    if (this.#folders.get(folder) !== scan) return
    this.#forget(folder)
    for (const [file, name] of found) this.#onDisk.set(file, name)
    this.#refresh()
  }

  /** Forgets a workspace folder, apart from what another one holds as well. */
  removeFolder(uri: string): void {
    const folder = normalUri(uri)
    this.#folders.delete(folder)
    this.#forget(folder)
    this.#refresh()
  }

  /** A file has appeared on disk. */
  add(uri: string): void {
    const name = unitName(uri)
    if (name === undefined) return
    this.#onDisk.set(normalUri(uri), name)
    this.#refresh()
  }

  /** A file, or a folder with all it held, has gone from disk. */
  remove(uri: string): void {
    const gone = normalUri(uri)
    for (const file of this.#onDisk.keys()) {
      if (file === gone || file.startsWith(`${gone}/`)) this.#onDisk.delete(file)
    }
    this.#refresh()
  }

  /** A document is open in the editor; it may not be on disk at all. */
  open(uri: string): void {
    const name = unitName(uri)
    if (name === undefined) return
    this.#open.set(normalUri(uri), name)
    this.#refresh()
  }

  close(uri: string): void {
    if (this.#open.delete(normalUri(uri))) this.#refresh()
  }

  async #read(root: string, wanted: () => boolean): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>()
    const visit = (file: string) => {
      // Links count: an enabled unit is one, and a name is all that is asked.
      const name = unitName(file)
      if (name !== undefined) found.set(normalUri(file), name)
    }
    await walkFolder(this.#files, root, { visit, wanted })
    return found
  }

  #forget(folder: string): void {
    const others = [...this.#folders.keys()].filter(
      (each) => each.startsWith(`${folder}/`) || folder.startsWith(`${each}/`),
    )
    for (const file of this.#onDisk.keys()) {
      if (file.startsWith(`${folder}/`) && !others.some((other) => file.startsWith(`${other}/`)))
        this.#onDisk.delete(file)
    }
  }

  #refresh(): void {
    const names = [...new Set([...this.#onDisk.values(), ...this.#open.values()])].sort()
    if (names.length === this.#names.length && names.every((name, index) => name === this.#names[index]))
      return
    this.#names = names
    this.#changed()
  }
}

function unitName(uri: string): string | undefined {
  const identity = identifyUnit(pathOfUri(uri))
  return identity && !identity.dropIn ? identity.name : undefined
}
