import { type Disposable, EventEmitter, type LogOutputChannel } from 'vscode'
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  State,
} from 'vscode-languageclient'
import { targetsChanged, trustGranted } from '../../server/src/protocol.ts'
import { CrashPolicy } from './crash-policy.ts'
import { showCrash } from './server-messages.ts'

/** Makes a client and, once that is started, its server. Called anew for each start. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient

export type SessionState = 'starting' | 'running' | 'stopped'

/** How long to wait for a server to finish its start before the next thing gets its turn, in milliseconds. */
const patience = 5000

/**
 * The language server's life: it is started, started again when it ends by itself, and ended. Each start has a client
 * of its own, since a client that failed to start can neither be stopped nor started.
 */
export class Session implements Disposable {
  readonly #create: CreateClient
  readonly #options: LanguageClientOptions
  readonly #log: LogOutputChannel
  readonly #policy = new CrashPolicy()
  readonly #stateChanged = new EventEmitter<void>()
  readonly #targetsChanged = new EventEmitter<void>()
  #client: BaseLanguageClient | undefined
  /** Ends when the last start or stop that was asked for is done: they must not overlap. */
  #turn: Promise<void> = Promise.resolve()
  #turns = 0

  constructor(create: CreateClient, options: LanguageClientOptions, log: LogOutputChannel) {
    this.#create = create
    this.#options = options
    this.#log = log
  }

  /** Fires when `state` has changed. */
  readonly onDidChangeState = this.#stateChanged.event
  /** Fires when the server says that files may be checked for something else now. */
  readonly onDidChangeTargets = this.#targetsChanged.event

  get state(): SessionState {
    switch (this.#client?.state) {
      case State.Running:
        return 'running'
      case State.Starting:
        return 'starting'
      default:
        return this.#turns > 0 ? 'starting' : 'stopped'
    }
  }

  /** Starts the server. Ends well even if that fails: then the person has been told. */
  start(): Promise<void> {
    return this.#inTurn(() => this.#start())
  }

  /** Ends the server, if there is one, and starts it. */
  restart(): Promise<void> {
    return this.#inTurn(async () => {
      this.#policy.forget()
      await this.#stop()
      await this.#start()
    })
  }

  /** Ends the server. */
  stop(): Promise<void> {
    return this.#inTurn(() => this.#stop())
  }

  dispose(): void {
    this.#stateChanged.dispose()
    this.#targetsChanged.dispose()
  }

  /** Asks the server, and waits for its start if need be. Fails where there is no server. */
  async request<Answer>(method: string, params?: object): Promise<Answer> {
    await this.#turn
    if (!this.#client) throw new Error('the language server is not running')
    return this.#client.sendRequest<Answer>(method, params ?? {})
  }

  /** Tells the server that the person trusts the workspace. One that starts later hears of it at its start. */
  async grantTrust(): Promise<void> {
    await this.#client?.sendNotification(trustGranted).catch(() => undefined)
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#turns += 1
    this.#turn = this.#turn
      .then(work)
      .catch((error: unknown) => this.#log.error(String(error)))
      .finally(() => {
        this.#turns -= 1
        this.#stateChanged.fire()
      })
    return this.#turn
  }

  async #start(): Promise<void> {
    const client = this.#create({ ...this.#options, errorHandler, initializationFailedHandler: () => false })
    // The client would show a message of its own for each step of a failing start.
    client.error = (message, data) => this.#log.error(message, ...(data === undefined ? [] : [data]))
    client.onNotification(targetsChanged, () => this.#targetsChanged.fire())
    client.onDidChangeState(({ newState }) => {
      if (client !== this.#client) return
      if (newState === State.Stopped || newState === State.StartFailed) this.#lost()
      this.#stateChanged.fire()
    })
    this.#client = client
    // A failed start shows as a state.
    const started = client.start().catch(() => undefined)
    await Promise.race([started, new Promise((resolve) => setTimeout(resolve, patience))])
  }

  async #stop(): Promise<void> {
    const client = this.#client
    this.#client = undefined
    this.#stateChanged.fire()
    if (client?.state === State.Starting) {
      // A client can't be stopped while it starts. Its turn to start has long passed: it hangs, and may yet wake up.
      void client
        .start()
        .then(() => client.dispose())
        .catch(() => undefined)
      return
    }
    // A server that won't end in good order is killed by the client, and must not keep the next from its start.
    await client?.dispose().catch((error: unknown) => this.#log.error(String(error)))
  }

  /** The server ended, or never began, and nobody had asked for it. */
  #lost(): void {
    this.#client = undefined
    const { restart, tell } = this.#policy.crashed(Date.now())
    this.#log.error(`the language server ended unexpectedly${restart ? '; it is started again' : ''}`)
    if (tell) showCrash(restart)
    if (restart) void this.start()
  }
}

/** Leaves it to the session what follows, and says nothing: the session does. */
const errorHandler: ErrorHandler = {
  error: (_error, _message, count) => ({
    action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
    handled: true,
  }),
  closed: () => ({
    action: CloseAction.DoNotRestart,
    message: 'the connection to the language server was closed',
    handled: true,
  }),
}
