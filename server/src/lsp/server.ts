import type { CancellationToken, Connection } from 'vscode-languageserver'
import type { FileSystem } from '../base/file-system.ts'
import * as protocol from '../protocol.ts'
import type { ProcessRunner } from '../workspace/verify/process-runner.ts'
import { guarded, guardedNotice } from './guard.ts'
import { codeAction } from './handlers/code-action.ts'
import { completion, completionResolve } from './handlers/completion.ts'
import { configurationChanged } from './handlers/configuration.ts'
import { definition } from './handlers/definition.ts'
import { DiagnosticsSender, emptyReport, pullDiagnostics, refresh } from './handlers/diagnostics.ts'
import { documentSymbol } from './handlers/document-symbol.ts'
import { foldingRange } from './handlers/folding-range.ts'
import { hover } from './handlers/hover.ts'
import { initialize, initialized } from './handlers/initialize.ts'
import { references } from './handlers/references.ts'
import { prepareRename, rename } from './handlers/rename.ts'
import { explainRule, listRules } from './handlers/rules.ts'
import { describeTarget } from './handlers/target.ts'
import { didChange, didClose, didOpen } from './handlers/text-documents.ts'
import { verify, verifyFailed } from './handlers/verify.ts'
import { watchedFilesChanged } from './handlers/watched-files.ts'
import { Session } from './session.ts'

/** What the server's surroundings give it. */
export interface Host {
  /** The disk that the editor's files are on. */
  readonly files: FileSystem
  /** What runs programs of that machine; absent where nothing can, as in a browser. */
  readonly runner?: ProcessRunner | undefined
}

/** Serves an editor over a connection until that ends. */
export function startServer(connection: Connection, host: Host): void {
  const session = new Session(connection, host.files)
  const sender = new DiagnosticsSender(session)
  const { log } = session

  const answer = <Params, Answer>(
    name: string,
    empty: Answer,
    handler: (session: Session, params: Params, token: CancellationToken) => Answer | Promise<Answer>,
  ) => guarded<Params, Answer>(log, name, empty, (params, token) => handler(session, params, token))
  const take = <Params>(name: string, handler: (params: Params) => void | Promise<void>) =>
    guardedNotice<Params>(log, name, handler)

  session.onRefresh = () => void guardedNotice(log, 'refresh', () => refresh(session, sender))(undefined)
  connection.onInitialize((params) => initialize(session, params))
  connection.onInitialized(take('initialized', () => initialized(session)))
  connection.onShutdown(() => {
    sender.dispose()
    session.dispose()
  })

  connection.onDidOpenTextDocument(take('didOpen', (params) => didOpen(session, sender, params)))
  connection.onDidChangeTextDocument(take('didChange', (params) => didChange(session, sender, params)))
  connection.onDidCloseTextDocument(take('didClose', (params) => didClose(session, sender, params)))
  connection.onDidChangeConfiguration(
    take('didChangeConfiguration', (params) => configurationChanged(session, params)),
  )
  connection.onDidChangeWatchedFiles(
    take('didChangeWatchedFiles', (params) => watchedFilesChanged(session, params)),
  )

  connection.languages.diagnostics.on(answer('diagnostic', emptyReport, pullDiagnostics))
  connection.onHover(answer('hover', null, hover))
  connection.onCompletion(answer('completion', null, completion))
  connection.onCompletionResolve((item, token) =>
    answer('completion resolve', item, completionResolve)(item, token),
  )
  connection.onCodeAction(answer('codeAction', null, codeAction))
  connection.onDocumentSymbol(answer('documentSymbol', null, documentSymbol))
  connection.onFoldingRanges(answer('foldingRange', null, foldingRange))
  connection.onDefinition(answer('definition', null, definition))
  connection.onReferences(answer('references', null, references))
  connection.onPrepareRename(answer('prepareRename', null, prepareRename))
  connection.onRenameRequest(answer('rename', null, rename))

  connection.onNotification(
    protocol.trustGranted,
    take('trustGranted', () => session.trust()),
  )
  connection.onRequest<protocol.TargetInfo | null, unknown>(
    protocol.describeTarget,
    answer('describeTarget', null, describeTarget),
  )
  connection.onRequest(
    protocol.verifyDocument,
    answer('verify', verifyFailed, (_, params: protocol.VerifyParams) => verify(session, host, params)),
  )
  connection.onRequest(
    protocol.explainRule,
    answer('explainRule', null, (_, params: protocol.ExplainRuleParams) => explainRule(params)),
  )
  connection.onRequest(
    protocol.listRules,
    answer('listRules', [], () => listRules()),
  )
}
