import {
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  FileChangeType,
  type WorkspaceFolder,
} from 'vscode-languageserver'
import { unitTypes } from '../../unit/identity.ts'
import type { Session } from '../session.ts'

/** Asks to be told of unit files that come and go, templates of them included, and of drop-ins. */
export async function registerWatchers({ connection, features }: Session): Promise<void> {
  if (!features.registersWatchers) return
  const types = unitTypes.join(',')
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      { globPattern: `**/*.{${types}}` },
      { globPattern: `**/*.{${types}}.*` },
      { globPattern: `**/*.{${types}}.d/*.conf` },
      { globPattern: `**/{${types}}.d/*.conf` },
    ],
  })
}

/** Files have come, gone or changed; of units only their names count, of drop-ins what is in them. */
export async function watchedFilesChanged(
  { units, dropIns }: Session,
  { changes }: DidChangeWatchedFilesParams,
): Promise<void> {
  for (const { uri, type } of changes) {
    if (type === FileChangeType.Created) units.add(uri)
    else if (type === FileChangeType.Deleted) units.remove(uri)
  }
  await dropIns.changedOnDisk(changes.map(({ uri }) => uri))
}

/** Workspace folders have been opened; they are read in the background. */
export function foldersAdded({ units, log }: Session, folders: readonly WorkspaceFolder[]): void {
  for (const { uri } of folders) {
    units.addFolder(uri).catch((error) => log(`${uri} can't be searched for unit files: ${error}`))
  }
}

/** Workspace folders have been closed. */
export function foldersRemoved({ units }: Session, folders: readonly WorkspaceFolder[]): void {
  for (const { uri } of folders) units.removeFolder(uri)
}
