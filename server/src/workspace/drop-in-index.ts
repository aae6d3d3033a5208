import { type DropIn, noDropIns } from '../base/environment.ts'
import type { FileSystem } from '../base/file-system.ts'
import {
  type DropInFolder,
  dropInFolders,
  dropInNames,
  inOrder,
  largestDropIn,
  toDropIn,
} from '../unit/drop-ins.ts'
import { assumeUnit } from '../unit/identity.ts'
import { childUri, normalUri, pathOfUri } from './uri.ts'

/** A folder in which an open unit may have drop-ins. */
interface WatchedFolder {
  readonly uri: string
  /** As it is called, `web.service.d`. */
  readonly name: string
  /** The open units that look into it. */
  readonly units: Set<string>
  onDisk: DropInFolder
  /** Done when it has been read once. */
  known: Promise<void>
  /** Tells the latest reading from those that it has overtaken. */
  reading: symbol | undefined
}

const emptyFolder: DropInFolder = new Map()

/**
 * The drop-ins of the units that are open. Their folders are read in the background when a unit is opened and when
 * something in them changes; the text of a drop-in that is open itself is the one in the editor. Asking never waits.
 */
export class DropInIndex {
  readonly #files: FileSystem
  readonly #changed: () => void
  readonly #folders = new Map<string, WatchedFolder>()
  /** By the URI of the unit: where its drop-ins lie, the more specific first. */
  readonly #units = new Map<string, readonly WatchedFolder[]>()
  /** The files that are open in folders of drop-ins, by the folder's URI. */
  readonly #open = new Map<string, Map<string, DropIn>>()

  /** @param changed called after a drop-in of an open unit has come, gone or changed */
  constructor(files: FileSystem, changed: () => void = () => {}) {
    this.#files = files
    this.#changed = changed
  }

  /** The drop-ins of an open unit, as far as they are known, in the order in which systemd reads them. */
  of(uri: string): readonly DropIn[] {
    const folders = this.#units.get(normalUri(uri))
    if (!folders?.some((folder) => folder.onDisk.size > 0 || this.#open.has(folder.uri))) return noDropIns
    return inOrder(folders.map(({ uri: folder, onDisk }) => withOpen(onDisk, this.#open.get(folder))))
  }

  /** Done when the drop-ins of an open unit have been read once. */
  async known(uri: string): Promise<void> {
    await Promise.all((this.#units.get(normalUri(uri)) ?? []).map((folder) => folder.known))
  }

  /** A document is open in the editor, or its text has changed: a unit, a drop-in, or anything else. */
  open(uri: string, text: string): void {
    this.#openDropIn(uri, text)
    const unit = normalUri(uri)
    if (this.#units.has(unit)) return
    const folders = this.#foldersOf(unit)
    if (folders.length === 0) return
    this.#units.set(unit, folders)
    for (const { units } of folders) units.add(unit)
  }

  /** A document is closed: what counts of a drop-in is again what is on disk, once that is read. */
  async close(uri: string): Promise<void> {
    const unit = normalUri(uri)
    for (const folder of this.#units.get(unit) ?? []) {
      folder.units.delete(unit)
      if (folder.units.size === 0) this.#folders.delete(folder.uri)
    }
    this.#units.delete(unit)
    const { folder, file } = placeOf(uri)
    const open = this.#open.get(folder)
    if (!open?.delete(file)) return
    if (open.size === 0) this.#open.delete(folder)
    const watched = this.#folders.get(folder)
    if (!watched) return
    await this.#readFolder(watched)
    this.#changed()
  }

  /** Files or folders have come, gone or changed on disk; done when what they hold is known. */
  async changedOnDisk(uris: readonly string[]): Promise<void> {
    const changed = uris.map(normalUri)
    const touched = [...this.#folders.values()].filter(({ uri }) =>
      changed.some((each) => each === uri || each.startsWith(`${uri}/`) || uri.startsWith(`${each}/`)),
    )
    await this.#read(touched)
  }

  #foldersOf(unit: string): readonly WatchedFolder[] {
    const { folder: home } = placeOf(unit)
    // A document that lies nowhere has nothing beside it.
    if (home === '') return []
    return dropInFolders(assumeUnit(pathOfUri(unit))).map((name) => {
      const uri = normalUri(childUri(home, name))
      return this.#folders.get(uri) ?? this.#addFolder(uri, name)
    })
  }

  #addFolder(uri: string, name: string): WatchedFolder {
    const folder: WatchedFolder = {
      uri,
      name,
      units: new Set(),
      onDisk: emptyFolder,
      known: Promise.resolve(),
      reading: undefined,
    }
    this.#folders.set(uri, folder)
    folder.known = this.#read([folder])
    return folder
  }

  #openDropIn(uri: string, text: string): void {
    const { folder, file } = placeOf(uri)
    const name = pathOfUri(folder).replace(/^.*\//, '')
    if (!name.endsWith('.d') || dropInNames([file]).length === 0 || text.length > largestDropIn) return
    const files = this.#open.get(folder) ?? new Map<string, DropIn>()
    this.#open.set(folder, files)
    if (files.get(file)?.text === text) return
    const before = files.get(file) ?? this.#folders.get(folder)?.onDisk.get(file)
    files.set(file, { name: `${name}/${file}`, text })
    if (this.#folders.has(folder) && before?.text !== text) this.#changed()
  }

  async #read(folders: readonly WatchedFolder[]): Promise<void> {
    const changes = await Promise.all(folders.map((folder) => this.#readFolder(folder)))
    if (changes.includes(true)) this.#changed()
  }

  /** Tells whether something in the folder has changed. */
  async #readFolder(folder: WatchedFolder): Promise<boolean> {
    const reading = Symbol(folder.uri)
    folder.reading = reading
    const entries = (await this.#files.readFolder(folder.uri)) ?? []
    const names = entries.flatMap(({ name, kind }) => (kind === 'folder' ? [] : [name]))
    const read = await Promise.all(dropInNames(names).map((name) => this.#readFile(folder, name)))
    if (folder.reading !== reading) return false
    const before = folder.onDisk
    folder.onDisk = new Map(read.flatMap((each) => (each ? [each] : [])))
    return !isSame(before, folder.onDisk)
  }

  async #readFile(
    { uri, name }: WatchedFolder,
    file: string,
  ): Promise<readonly [string, DropIn] | undefined> {
    const bytes = await this.#files.readFile(childUri(uri, file), largestDropIn)
    const dropIn = bytes && toDropIn(name, file, bytes)
    return dropIn && [file, dropIn]
  }
}

/** The folder of a URI and the name of the file in it, in one spelling. */
function placeOf(uri: string): { readonly folder: string; readonly file: string } {
  const normal = normalUri(uri)
  const slash = normal.lastIndexOf('/')
  return { folder: normal.slice(0, Math.max(slash, 0)), file: pathOfUri(normal).replace(/^.*\//, '') }
}

function withOpen(onDisk: DropInFolder, open: DropInFolder | undefined): DropInFolder {
  return open ? new Map([...onDisk, ...open]) : onDisk
}

function isSame(before: DropInFolder, after: DropInFolder): boolean {
  return before.size === after.size && [...after].every(([file, { text }]) => before.get(file)?.text === text)
}
