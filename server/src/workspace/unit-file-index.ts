import { decodeText } from '../base/decode.ts'
import type { UnitFile } from '../base/environment.ts'
import type { FileSystem } from '../base/file-system.ts'
import { identifyUnit } from '../unit/identity.ts'
import { isAppConfig } from './app-config.ts'
import { normalUri, originOfUri, pathOfUri } from './uri.ts'
import { walkFolder } from './walk-folder.ts'

/** Larger ones are not looked at, in bytes; so many are, and so much of all of them together is kept. */
export const largestUnitFile = 1024 * 1024
export const mostUnitFiles = 4000
const mostText = 32 * 1024 * 1024

/**
 * The texts of the unit files and drop-ins in the workspace's folders, of what configures their programs there, and of
 * the open ones, whose text is the one in the editor. Nothing is read before somebody wants them; asking never waits.
 */
export class UnitFileIndex {
  readonly #files: FileSystem
  readonly #changed: () => void
  readonly #workspace = new Set<string>()
  /** By the folder: done when it has been read. */
  readonly #walks = new Map<string, Promise<void>>()
  readonly #onDisk = new Map<string, UnitFile>()
  readonly #open = new Map<string, UnitFile>()
  #isWanted = false
  /** How much text of the disk is kept. */
  #size = 0
  /** What was answered last, by the place that was asked about; nothing has changed since. */
  readonly #answers = new Map<string, readonly UnitFile[]>()

  /** @param changed called after a text has come, gone or changed, once somebody wants them */
  constructor(files: FileSystem, changed: () => void = () => {}) {
    this.#files = files
    this.#changed = changed
  }

  /** The unit files in the place that a document is in, by path. The same list as long as nothing has changed. */
  of(uri: string): readonly UnitFile[] {
    const origin = originOfUri(normalUri(uri))
    if (origin === undefined) return []
    let answer = this.#answers.get(origin)
    if (!answer) {
      const files = new Map([...this.#onDisk, ...this.#open])
      answer = [...files].flatMap(([file, unit]) => (originOfUri(file) === origin ? [unit] : []))
      this.#answers.set(origin, answer)
    }
    return answer
  }

  /** Somebody compares with them: from now on they are read. */
  want(): void {
    if (this.#isWanted) return
    this.#isWanted = true
    for (const folder of this.#workspace) this.#walk(folder)
  }

  /** Done when what is in the workspace has been read, as far as anybody wants it. */
  async known(): Promise<void> {
    await Promise.all(this.#walks.values())
  }

  /** A workspace folder was opened. */
  addFolder(uri: string): void {
    const folder = normalUri(uri)
    this.#workspace.add(folder)
    if (this.#isWanted) this.#walk(folder)
  }

  /** A workspace folder was closed; what is known of it goes, apart from what another one holds as well. */
  removeFolder(uri: string): void {
    const folder = normalUri(uri)
    this.#workspace.delete(folder)
    this.#walks.delete(folder)
    for (const file of [...this.#onDisk.keys()]) {
      if (file.startsWith(`${folder}/`) && !this.#isInWorkspace(file))
        this.#keep(this.#onDisk, file, undefined)
    }
  }

  /** A document is open in the editor, or its text has changed. */
  open(uri: string, text: string): void {
    const own = normalUri(uri)
    if (!isKept(own) || this.#open.get(own)?.text === text) return
    this.#keep(this.#open, own, { path: pathOfUri(own), text })
  }

  /** A document was closed: what counts is again what is on disk. */
  close(uri: string): void {
    this.#keep(this.#open, normalUri(uri), undefined)
  }

  /** Files or folders have come, gone or changed on disk; done when what they hold is known. */
  async changedOnDisk(uris: readonly string[]): Promise<void> {
    if (!this.#isWanted) return
    const changed = uris.map(normalUri)
    const below = [...this.#onDisk.keys()].filter((file) =>
      changed.some((each) => file.startsWith(`${each}/`)),
    )
    const own = changed.filter((file) => isKept(file) && this.#isInWorkspace(file))
    await Promise.all([...own, ...below].map((file) => this.#read(file)))
  }

  #isInWorkspace(file: string): boolean {
    return [...this.#workspace].some((folder) => file.startsWith(`${folder}/`))
  }

  #walk(folder: string): void {
    if (this.#walks.has(folder)) return
    this.#walks.set(folder, this.#readFolder(folder))
  }

  async #readFolder(folder: string): Promise<void> {
    const found: string[] = []
    const visit = (uri: string) => {
      const file = normalUri(uri)
      if (found.length < mostUnitFiles && isKept(file)) found.push(file)
    }
    await walkFolder(this.#files, folder, { visit, wanted: () => this.#workspace.has(folder) })
    for (const file of found) if (this.#workspace.has(folder)) await this.#read(file)
  }

  async #read(uri: string): Promise<void> {
    const bytes = await this.#files.readFile(uri, largestUnitFile)
    const file = bytes && toUnitFile(pathOfUri(uri), bytes)
    const known = this.#onDisk.get(uri)
    const size = this.#size - (known?.text.length ?? 0) + (file?.text.length ?? 0)
    const fits = size <= mostText && (known !== undefined || this.#onDisk.size < mostUnitFiles)
    this.#keep(this.#onDisk, uri, fits ? file : undefined)
  }

  /** Puts a text into its place, and says so where that makes a difference to others. */
  #keep(place: Map<string, UnitFile>, uri: string, file: UnitFile | undefined): void {
    const before = this.#at(uri)?.text
    if (place === this.#onDisk) this.#size += (file?.text.length ?? 0) - (place.get(uri)?.text.length ?? 0)
    if (file) place.set(uri, file)
    else place.delete(uri)
    if (this.#at(uri)?.text === before) return
    this.#answers.clear()
    if (this.#isWanted) this.#changed()
  }

  #at(uri: string): UnitFile | undefined {
    return this.#open.get(uri) ?? this.#onDisk.get(uri)
  }
}

/** The unit file of some bytes; undefined where they are no text, or too many. */
export function toUnitFile(path: string, bytes: Uint8Array): UnitFile | undefined {
  if (bytes.length > largestUnitFile || bytes.includes(0)) return undefined
  return { path, text: decodeText(bytes) }
}

function isKept(uri: string): boolean {
  const path = pathOfUri(uri)
  return identifyUnit(path) !== undefined || isAppConfig(path)
}
