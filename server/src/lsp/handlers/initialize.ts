import type { InitializeParams, InitializeResult } from 'vscode-languageserver'
import { readFeatures, serverCapabilities } from '../capabilities.ts'
import type { Session } from '../session.ts'
import { registerConfiguration } from './configuration.ts'
import { foldersAdded, foldersRemoved, registerWatchers } from './watched-files.ts'

/** The client says who it is and what it can do, and is told what it gets. */
export function initialize(session: Session, params: InitializeParams): InitializeResult {
  const options = recordOf(params.initializationOptions)
  session.features = readFeatures(params)
  session.sentSettings = options.settings ?? options
  // Our extension says whether the workspace is trusted. Other editors have no such notion; a person who sets up a
  // server in one of them trusts it.
  session.isOwnClient = typeof options.trusted === 'boolean'
  if (options.trusted !== false) session.trust()
  const { workspaceFolders, rootUri } = params
  foldersAdded(session, workspaceFolders ?? (rootUri ? [{ uri: rootUri, name: '' }] : []))
  return { capabilities: serverCapabilities(session.features), serverInfo: { name: 'unitwright' } }
}

/** The client is ready to be asked for more. */
export async function initialized(session: Session): Promise<void> {
  const { connection, features } = session
  if (features.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      foldersRemoved(session, removed)
      foldersAdded(session, added)
    })
  }
  await Promise.all([registerConfiguration(session), registerWatchers(session)])
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
