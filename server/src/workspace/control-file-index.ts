import type { ControlFile } from '../base/environment.ts'
import type { FileSystem } from '../base/file-system.ts'
import {
  largestControlFile,
  mostControlFiles,
  neighbourhoodOf,
  toControlFile,
} from '../monit/control-files.ts'
import { identifyMonit } from '../monit/identity.ts'
import { companyIn } from '../monit/same-monit.ts'
import { normalUri, originOfUri, pathOfUri } from './uri.ts'
import { walkFolder } from './walk-folder.ts'

/** An open document's answer, as long as no file comes, goes, or includes something else. */
interface Company {
  readonly state: number
  readonly uris: readonly string[]
}

/**
 * The control files of monit's in the workspace's folders, around the open ones, and the open ones themselves, whose
 * text is the one in the editor. Nothing is read before the first control file is opened; asking never waits.
 */
export class ControlFileIndex {
  readonly #files: FileSystem
  readonly #changed: () => void
  readonly #workspace = new Set<string>()
  /** By the folder: done when it has been read. */
  readonly #walks = new Map<string, Promise<void>>()
  readonly #onDisk = new Map<string, ControlFile>()
  readonly #open = new Map<string, ControlFile>()
  readonly #companies = new Map<string, Company>()
  /** Counts what may change which files belong together. */
  #state = 0

  /** @param changed called after a file has come, gone or changed that another open one may depend on */
  constructor(files: FileSystem, changed: () => void = () => {}) {
    this.#files = files
    this.#changed = changed
  }

  /** The other files that the monit of an open one reads, as far as they are known, by path. */
  of(uri: string): readonly ControlFile[] {
    const own = normalUri(uri)
    let company = this.#companies.get(own)
    if (company?.state !== this.#state) {
      company = { state: this.#state, uris: this.#companyOf(own) }
      this.#companies.set(own, company)
    }
    return company.uris.flatMap((each) => this.#at(each) ?? [])
  }

  /** Done when what lies around an open document has been read. */
  async known(): Promise<void> {
    await Promise.all(this.#walks.values())
  }

  /** A workspace folder was opened. */
  addFolder(uri: string): void {
    const folder = normalUri(uri)
    this.#workspace.add(folder)
    if (this.#open.size > 0) this.#walk(folder)
  }

  /** A workspace folder was closed; what is known of it stays, as open files may still belong to it. */
  removeFolder(uri: string): void {
    this.#workspace.delete(normalUri(uri))
    this.#walks.delete(normalUri(uri))
  }

  /** A control file is open in the editor, or its text has changed. */
  open(uri: string, text: string): void {
    const own = normalUri(uri)
    if (originOfUri(own) === undefined) return
    const before = this.#open.get(own)
    if (before?.text === text) return
    this.#keep(this.#open, own, { path: pathOfUri(own), text })
    if (before) return
    for (const folder of this.#workspace) this.#walk(folder)
    const home = own.slice(0, own.lastIndexOf('/'))
    if (pathOfUri(own).startsWith('/')) this.#walk(neighbourhoodOf(home), 1)
  }

  /** A document was closed, or is no control file any more: what counts is again what is on disk. */
  async close(uri: string): Promise<void> {
    const own = normalUri(uri)
    if (!this.#open.delete(own)) return
    this.#companies.delete(own)
    this.#state += 1
    await this.#read(own)
    if (this.#open.size > 0) this.#changed()
  }

  /** Files or folders have come, gone or changed on disk; done when what they hold is known. */
  async changedOnDisk(uris: readonly string[]): Promise<void> {
    if (this.#open.size === 0) {
      // Nobody asks now; whoever asks next reads anew.
      this.#walks.clear()
      this.#onDisk.clear()
      return
    }
    const changed = uris.map(normalUri)
    const below = [...this.#onDisk.keys()].filter((file) =>
      changed.some((each) => file.startsWith(`${each}/`)),
    )
    await Promise.all([...changed.filter(isControlFile), ...below].map((file) => this.#read(file)))
  }

  #at(uri: string): ControlFile | undefined {
    return this.#open.get(uri) ?? this.#onDisk.get(uri)
  }

  #companyOf(own: string): readonly string[] {
    const origin = originOfUri(own)
    const uris = new Map<ControlFile, string>()
    for (const uri of new Set([...this.#onDisk.keys(), ...this.#open.keys()])) {
      const file = this.#at(uri)
      if (file && originOfUri(uri) === origin) uris.set(file, uri)
    }
    return companyIn([...uris.keys()])(pathOfUri(own)).map((file) => uris.get(file)!)
  }

  #walk(folder: string, depth?: number): void {
    if (this.#walks.has(folder)) return
    this.#walks.set(folder, this.#readFolder(folder, depth))
  }

  async #readFolder(folder: string, depth: number | undefined): Promise<void> {
    const found: string[] = []
    const visit = (uri: string) => {
      const file = normalUri(uri)
      if (found.length < mostControlFiles && isControlFile(file)) found.push(file)
    }
    await walkFolder(this.#files, folder, { visit, ...(depth === undefined ? {} : { depth }) })
    for (const file of found) await this.#read(file)
  }

  async #read(uri: string): Promise<void> {
    const bytes = await this.#files.readFile(uri, largestControlFile)
    this.#keep(this.#onDisk, uri, bytes && toControlFile(pathOfUri(uri), bytes))
  }

  /** Puts a file into its place, and says so where that makes a difference to others. */
  #keep(place: Map<string, ControlFile>, uri: string, file: ControlFile | undefined): void {
    const before = this.#at(uri)
    const known = place.get(uri)
    if (known?.text === file?.text) return
    if (file) place.set(uri, file)
    else place.delete(uri)
    const now = this.#at(uri)
    if (before?.text === now?.text) return
    if (!before || !now || includesOf(before) !== includesOf(now)) this.#state += 1
    // What an open file says of itself is judged anyway.
    if ([...this.#open.keys()].some((each) => each !== uri)) this.#changed()
  }
}

function isControlFile(uri: string): boolean {
  return identifyMonit(pathOfUri(uri)) !== undefined
}

/** The lines that may include other files. A long text is gone through for the word alone, which is quick. */
function includesOf({ text }: ControlFile): string {
  return Array.from(text.matchAll(/include/gi), ({ index }) => {
    const end = text.indexOf('\n', index)
    return text.slice(text.lastIndexOf('\n', index) + 1, end < 0 ? text.length : end)
  }).join('\n')
}
