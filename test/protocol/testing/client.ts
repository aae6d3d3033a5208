import { setTimeout as pause } from 'node:timers/promises'
import type { ProtocolConnection } from 'vscode-languageserver-protocol'
import * as lsp from 'vscode-languageserver-protocol'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { targetsChanged } from '../../../server/src/protocol.ts'

/** How a test's client answers and what it says of itself. */
export interface ClientOptions {
  readonly capabilities?: lsp.ClientCapabilities
  readonly initializationOptions?: unknown
  readonly folders?: readonly string[]
  /** Answers `workspace/configuration` for a document. */
  settings?: (scopeUri: string | undefined) => unknown
}

/** A client that can do everything the server knows to use. */
export const rich: lsp.ClientCapabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: {
      completionItem: { documentationFormat: ['markdown', 'plaintext'], tagSupport: { valueSet: [1] } },
      completionList: { itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'data'] },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { lineFoldingOnly: true },
    rename: { prepareSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
  },
}

/** An editor at the other end of a connection. It keeps what the server says, and documents of its own. */
export class Client {
  readonly connection: ProtocolConnection
  readonly published = new Map<string, lsp.PublishDiagnosticsParams>()
  readonly registrations: lsp.Registration[] = []
  readonly log: string[] = []
  refreshes = 0
  targetChanges = 0
  initialized!: lsp.InitializeResult
  readonly #documents = new Map<string, TextDocument>()
  readonly #options: ClientOptions

  constructor(connection: ProtocolConnection, options: ClientOptions = {}) {
    this.connection = connection
    this.#options = options
    connection.onNotification(lsp.PublishDiagnosticsNotification.type, (params) => {
      this.published.set(params.uri, params)
    })
    connection.onNotification(lsp.LogMessageNotification.type, ({ message }) => {
      this.log.push(message)
    })
    connection.onNotification(targetsChanged, () => {
      this.targetChanges += 1
    })
    connection.onRequest(lsp.RegistrationRequest.type, ({ registrations }) => {
      this.registrations.push(...registrations)
    })
    connection.onRequest(lsp.DiagnosticRefreshRequest.type, () => {
      this.refreshes += 1
    })
    connection.onRequest(lsp.ConfigurationRequest.type, ({ items }) =>
      items.map(({ scopeUri }) => options.settings?.(scopeUri) ?? null),
    )
    connection.listen()
  }

  async initialize(): Promise<this> {
    const { capabilities = {}, initializationOptions, folders } = this.#options
    this.initialized = await this.connection.sendRequest(lsp.InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities,
      initializationOptions,
      workspaceFolders: folders?.map((uri) => ({ uri, name: uri })) ?? null,
    })
    await this.connection.sendNotification(lsp.InitializedNotification.type, {})
    return this
  }

  async open(uri: string, text: string, languageId = 'systemd-unit'): Promise<void> {
    this.#documents.set(uri, TextDocument.create(uri, languageId, 1, text))
    const textDocument = { uri, languageId, version: 1, text }
    await this.connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument })
  }

  /** Sends changes, one after the other, in a single message. */
  async change(uri: string, ...contentChanges: lsp.TextDocumentContentChangeEvent[]): Promise<void> {
    const document = this.document(uri)
    TextDocument.update(document, contentChanges, document.version + 1)
    const textDocument = { uri, version: document.version }
    await this.connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
      textDocument,
      contentChanges,
    })
  }

  async close(uri: string): Promise<void> {
    this.#documents.delete(uri)
    await this.connection.sendNotification(lsp.DidCloseTextDocumentNotification.type, {
      textDocument: { uri },
    })
  }

  document(uri: string): TextDocument {
    return this.#documents.get(uri)!
  }

  /** The position of the first occurrence of a text in a document, moved on by some columns. */
  at(uri: string, needle: string, columns = 0): lsp.TextDocumentPositionParams {
    const document = this.document(uri)
    const offset = document.getText().indexOf(needle)
    if (offset < 0) throw new Error(`'${needle}' is not in ${uri}`)
    return { textDocument: { uri }, position: document.positionAt(offset + columns) }
  }

  pull(uri: string, previousResultId?: string): Promise<lsp.DocumentDiagnosticReport> {
    const params = { textDocument: { uri }, ...(previousResultId ? { previousResultId } : {}) }
    return this.connection.sendRequest(lsp.DocumentDiagnosticRequest.type, params)
  }

  /** The findings of a document, as `line:column rule`. */
  async findings(uri: string): Promise<readonly string[]> {
    const report = await this.pull(uri)
    return report.kind === 'full' ? report.items.map(summary) : []
  }

  hover(params: lsp.TextDocumentPositionParams): Promise<lsp.Hover | null> {
    return this.connection.sendRequest(lsp.HoverRequest.type, params)
  }

  async complete(params: lsp.TextDocumentPositionParams): Promise<lsp.CompletionList | null> {
    const answer = await this.connection.sendRequest(lsp.CompletionRequest.type, params)
    return Array.isArray(answer) ? { isIncomplete: false, items: answer } : answer
  }

  async codeActions(
    uri: string,
    range: lsp.Range,
    context: Partial<lsp.CodeActionContext> = {},
  ): Promise<readonly lsp.CodeAction[]> {
    const params = { textDocument: { uri }, range, context: { diagnostics: [], ...context } }
    return ((await this.connection.sendRequest(lsp.CodeActionRequest.type, params)) ?? []) as lsp.CodeAction[]
  }

  /** What a document becomes by a workspace edit. */
  applied(uri: string, edit: lsp.WorkspaceEdit | undefined): string {
    const versioned = edit?.documentChanges?.filter(lsp.TextDocumentEdit.is) ?? []
    const edits = versioned.flatMap(({ textDocument, edits: all }) => (textDocument.uri === uri ? all : []))
    return TextDocument.applyEdits(this.document(uri), [
      ...(edits.filter((each) => 'newText' in each) as lsp.TextEdit[]),
      ...(edit?.changes?.[uri] ?? []),
    ])
  }

  async shutdown(): Promise<void> {
    await this.connection.sendRequest(lsp.ShutdownRequest.type)
  }
}

/** A diagnostic in short: `line:column rule`. */
export function summary({ range: { start }, code }: lsp.Diagnostic): string {
  return `${start.line}:${start.character} ${code}`
}

/** Waits until something holds; fails with the question after twenty seconds. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const end = Date.now() + 20_000
  while (!holds()) {
    if (Date.now() > end) throw new Error(`not in time: ${what}`)
    await pause(5)
  }
}
