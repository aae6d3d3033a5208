import type { Connection } from 'vscode-languageserver'
import type { Diagnostic } from '../base/diagnostic.ts'
import { type Environment, noAccounts } from '../base/environment.ts'
import type { FileSystem } from '../base/file-system.ts'
import { Manual } from '../unit/manual/manual.ts'
import { MachineAccounts } from '../workspace/accounts.ts'
import { ControlFileIndex } from '../workspace/control-file-index.ts'
import type { Source } from '../workspace/documents.ts'
import { DropInIndex } from '../workspace/drop-in-index.ts'
import { machineVersion } from '../workspace/machine.ts'
import { machineMonitVersion } from '../workspace/machine-monit.ts'
import { UnitFileIndex } from '../workspace/unit-file-index.ts'
import { UnitIndex } from '../workspace/unit-index.ts'
import { normalUri, pathOfUri, uriBeside } from '../workspace/uri.ts'
import { type ClientFeatures, readFeatures } from './capabilities.ts'
import type { Log } from './guard.ts'
import type { OpenDocument } from './open-document.ts'
import { within } from './within.ts'

/** Changes of the environment come in bursts; one answer to all of them is enough. */
const refreshDelay = 50
/** While a drop-in or another control file is typed into, what depends on it waits for a pause. */
const dropInDelay = 250
/** How long the first answer waits for the files that its document is read with, at most. */
const longestReading = 500
/** How long the first answer waits for what is known of the machine, at most. */
const longestStartup = 500

/** What a request asks about: one version of a document and what is known besides. */
export interface Opened {
  readonly document: OpenDocument
  readonly source: Source
  readonly environment: Environment
}

/** What the server knows between two messages. */
export class Session {
  readonly connection: Connection
  readonly documents = new Map<string, OpenDocument>()
  readonly units: UnitIndex
  readonly unitFiles: UnitFileIndex
  readonly dropIns: DropInIndex
  readonly controlFiles: ControlFileIndex
  readonly log: Log
  features: ClientFeatures = readFeatures({ capabilities: {} })
  /** The client is our own extension, which has commands and requests beyond the protocol. */
  isOwnClient = false
  /** What the client sent by itself, for clients that can't be asked. */
  sentSettings: unknown
  /** Called when what diagnostics depend on has changed besides the documents. */
  onRefresh: () => void = () => {}
  readonly #files: FileSystem
  readonly #manual: Manual
  readonly #accounts: MachineAccounts
  // Tells the results of this run from those of one before it, which a client may still hold.
  readonly #run = Date.now().toString(36)
  #machineVersion: number | undefined
  #machineMonit: string | undefined
  #trusted = false
  #startup: Promise<void> = Promise.resolve()
  #generation = 0
  #serial = 0
  #refreshTimer: ReturnType<typeof setTimeout> | undefined

  constructor(connection: Connection, files: FileSystem) {
    this.connection = connection
    this.#files = files
    this.#manual = new Manual(files)
    this.#accounts = new MachineAccounts(files)
    this.units = new UnitIndex(files, () => this.invalidate())
    this.unitFiles = new UnitFileIndex(files, () => this.invalidate(dropInDelay))
    this.dropIns = new DropInIndex(files, () => this.invalidate(dropInDelay))
    this.controlFiles = new ControlFileIndex(files, () => this.invalidate(dropInDelay))
    this.log = (message) => tell(connection, message)
  }

  /**
   * The workspace is trusted: the machine itself may be looked at. Its versions are learnt in the background, but the
   * first answers wait a moment for them, lest they are given twice.
   */
  trust(): void {
    if (this.#trusted) return
    this.#trusted = true
    const systemd = this.#learn('systemd', machineVersion(this.#files), (version) => {
      this.#machineVersion = version
    })
    const monit = this.#learn('monit', machineMonitVersion(this.#files), (version) => {
      this.#machineMonit = version
    })
    const accounts = this.#accounts.refresh()
    this.#startup = within(longestStartup, Promise.all([systemd, monit, accounts]))
  }

  /** Keeps a version of a program of the machine once it is known, where the machine has the program. */
  async #learn<Version>(
    program: string,
    reading: Promise<Version | undefined>,
    keep: (version: Version) => void,
  ): Promise<void> {
    try {
      const version = await reading
      if (version === undefined) return
      keep(version)
      this.invalidate()
    } catch (error) {
      this.log(`the machine's ${program} can't be told: ${error}`)
    }
  }

  /** Whether the person trusts the workspace: else nothing outside of it is read, and no process is started. */
  get trusted(): boolean {
    return this.#trusted
  }

  /** Tells each opening of a document from all others. */
  nextSerial(): number {
    this.#serial += 1
    return this.#serial
  }

  /** The document of a URI, once its settings are known; undefined where it isn't open. */
  async ready(uri: string): Promise<OpenDocument | undefined> {
    const document = this.documents.get(uri)
    if (!document) return undefined
    await document.settled
    await this.#startup
    await document.surveyed
    return document
  }

  /** What a request that speaks of places asks about; undefined where the text has changed since it was sent. */
  async open(uri: string): Promise<Opened | undefined> {
    const revision = this.documents.get(uri)?.revision
    const document = await this.ready(uri)
    const source = document?.source
    if (!document || !source || document.revision !== revision) return undefined
    return { document, source, environment: this.environment(document) }
  }

  /** What the document lies among is being read; the first answers wait a moment for it. */
  survey(document: OpenDocument): void {
    this.tell(document)
    const around =
      document.source?.language === 'monit' ? this.controlFiles.known() : this.dropIns.known(document.uri)
    const known = Promise.all([around, this.unitFiles.known()])
    document.surveyed = within(longestReading, known)
  }

  /** What other documents may depend on is told of a document that was opened or changed. */
  tell(document: OpenDocument): void {
    const { uri, source } = document
    this.dropIns.open(uri, document.text.getText())
    this.unitFiles.open(uri, document.text.getText())
    if (source?.language === 'monit') {
      this.controlFiles.open(uri, source.text)
    } else {
      // The first line may be all that tells a control file.
      void this.controlFiles.close(uri)
    }
    if (source?.isComparedWithUnits()) this.unitFiles.want()
  }

  environment({ settings, uri }: OpenDocument): Environment {
    return {
      settings,
      machineVersion: this.#machineVersion,
      machineMonit: this.#machineMonit,
      controlFiles: () => this.controlFiles.of(uri),
      units: () => this.unitFiles.of(uri),
      unitNames: () => this.units.names,
      dropIns: () => this.dropIns.of(uri),
      accounts: () => (this.#trusted ? this.#accounts.list() : noAccounts),
      manual: async (page, section, directive) =>
        this.#trusted ? this.#manual.find(page, section, directive) : undefined,
    }
  }

  /** The open document of a path, in the place that another one is of. */
  openAt(beside: OpenDocument, path: string): OpenDocument | undefined {
    if (pathOfUri(beside.uri) === path) return beside
    const uri = normalUri(uriBeside(beside.uri, path))
    return [...this.documents.values()].find((document) => normalUri(document.uri) === uri)
  }

  findings(document: OpenDocument): readonly Diagnostic[] {
    return document.findings(this.environment(document), this.#generation)
  }

  /** Names the findings of a document: while it stays the same, so do they. */
  resultId(document: OpenDocument): string {
    return `${this.#run}.${document.serial}.${document.revision}.${this.#generation}`
  }

  /** What diagnostics depend on besides the documents has changed; clients are told after so many milliseconds. */
  invalidate(delay = refreshDelay): void {
    this.#generation += 1
    clearTimeout(this.#refreshTimer)
    this.#refreshTimer = setTimeout(() => this.onRefresh(), delay)
  }

  /** Ends what is under way; no message may follow. */
  dispose(): void {
    clearTimeout(this.#refreshTimer)
    this.onRefresh = () => {}
    this.documents.clear()
  }
}

/** A line in the client's log. A failure may come of the very fact that the client is gone; then nobody can be told. */
function tell(connection: Connection, message: string): void {
  try {
    connection.console.error(message)
  } catch {}
}
