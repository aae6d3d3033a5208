import type { Connection } from 'vscode-languageserver'
import type { Diagnostic } from '../base/diagnostic.ts'
import { type Environment, noAccounts } from '../base/environment.ts'
import type { FileSystem } from '../base/file-system.ts'
import { Manual } from '../unit/manual/manual.ts'
import { MachineAccounts } from '../workspace/accounts.ts'
import type { Source } from '../workspace/documents.ts'
import { DropInIndex } from '../workspace/drop-in-index.ts'
import { machineVersion } from '../workspace/machine.ts'
import { UnitIndex } from '../workspace/unit-index.ts'
import { type ClientFeatures, readFeatures } from './capabilities.ts'
import type { Log } from './guard.ts'
import type { OpenDocument } from './open-document.ts'
import { within } from './within.ts'

/** Changes of the environment come in bursts; one answer to all of them is enough. */
const refreshDelay = 50
/** While a drop-in is typed into, its unit waits for a pause. */
const dropInDelay = 250
/** How long the first answer waits for the drop-ins of its document, at most. */
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
  readonly dropIns: DropInIndex
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
    this.dropIns = new DropInIndex(files, () => this.invalidate(dropInDelay))
    this.log = (message) => tell(connection, message)
  }

  /**
   * The workspace is trusted: the machine itself may be looked at. Its version is learnt in the background, but the
   * first answers wait a moment for it, lest they are given twice.
   */
  trust(): void {
    if (this.#trusted) return
    this.#trusted = true
    const learning = machineVersion(this.#files).then(
      (version) => {
        if (version === undefined) return
        this.#machineVersion = version
        this.invalidate()
      },
      (error) => this.log(`the machine's systemd can't be told: ${error}`),
    )
    const accounts = this.#accounts.refresh()
    this.#startup = within(longestStartup, Promise.all([learning, accounts]))
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
    this.dropIns.open(document.uri, document.text.getText())
    document.surveyed = within(longestReading, this.dropIns.known(document.uri))
  }

  environment({ settings, uri }: OpenDocument): Environment {
    return {
      settings,
      machineVersion: this.#machineVersion,
      machineMonit: undefined,
      controlFiles: () => [],
      unitNames: () => this.units.names,
      dropIns: () => this.dropIns.of(uri),
      accounts: () => (this.#trusted ? this.#accounts.list() : noAccounts),
      manual: async (page, section, directive) =>
        this.#trusted ? this.#manual.find(page, section, directive) : undefined,
    }
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
