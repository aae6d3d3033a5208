import {
  CodeActionKind,
  type InitializeParams,
  MarkupKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver'

/** What the client can do, as far as it makes a difference here. */
export interface ClientFeatures {
  /** It asks for diagnostics; others are sent them. */
  readonly pullsDiagnostics: boolean
  readonly refreshesDiagnostics: boolean
  readonly answersConfiguration: boolean
  readonly registersConfiguration: boolean
  readonly registersWatchers: boolean
  readonly workspaceFolders: boolean
  readonly hoverMarkdown: boolean
  readonly itemMarkdown: boolean
  /** Which properties of completion items it takes once for the whole list. */
  readonly itemDefaults: ReadonlySet<string>
  readonly deprecatedItemTag: boolean
  readonly nestedSymbols: boolean
  readonly codeActions: boolean
  readonly documentChanges: boolean
  readonly mostFolds: number
  /** It asks what would be renamed before it asks for the new name. */
  readonly preparesRename: boolean
}

/** The kind of the code action that applies every safe fix of a file. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.unitwright`

/** Reads what a client can do from what it says of itself. */
export function readFeatures({ capabilities }: Pick<InitializeParams, 'capabilities'>): ClientFeatures {
  const { textDocument, workspace } = capabilities
  const { completion, hover, codeAction, documentSymbol, foldingRange, rename } = textDocument ?? {}
  const prefersMarkdown = (formats: readonly MarkupKind[] | undefined) =>
    formats?.includes(MarkupKind.Markdown) === true
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    hoverMarkdown: prefersMarkdown(hover?.contentFormat),
    itemMarkdown: prefersMarkdown(completion?.completionItem?.documentationFormat),
    itemDefaults: new Set(completion?.completionList?.itemDefaults),
    deprecatedItemTag: completion?.completionItem?.tagSupport !== undefined,
    nestedSymbols: documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    codeActions: codeAction?.codeActionLiteralSupport !== undefined,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    preparesRename: rename?.prepareSupport === true,
    mostFolds: foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
  }
}

/** What the server offers such a client. */
export function serverCapabilities(features: ClientFeatures): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: {
      triggerCharacters: ['=', '%', '[', '@', '-', '.', '~', ':'],
      resolveProvider: true,
    },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: features.preparesRename ? { prepareProvider: true } : true,
    // Without literals an action would have to be a command of the client's, and those are the client's own affair.
    ...(features.codeActions
      ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] } }
      : {}),
    ...(features.pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: 'unitwright',
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }
      : {}),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  }
}
