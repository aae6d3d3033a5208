import {
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  FileChangeType,
  type WorkspaceFolder,
} from 'vscode-languageserver'
import { unitTypes } from '../../unit/identity.ts'
import type { Session } from '../session.ts'

/** Files and folders of monit's by name; what else lies there is told apart when it is told of. */
const controlFiles = [
  '**/{monitrc,.monitrc,monit.conf,monitrc.*,monit.conf.*}',
  '**/{*.monit,*.monitrc,*_monit.conf,*_monitrc,*.monit.*,*.monitrc.*}',
  '**/{conf.d,conf-available,conf-enabled,monit.d,monitrc.d}/*',
]

/** Asks to be told of unit files that come and go, templates of them included, of drop-ins, and of control files. */
export async function registerWatchers({ connection, features }: Session): Promise<void> {
  if (!features.registersWatchers) return
  const types = unitTypes.join(',')
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      { globPattern: `**/*.{${types}}` },
      { globPattern: `**/*.{${types}}.*` },
      { globPattern: `**/*.{${types}}.d/*.conf` },
      { globPattern: `**/{${types}}.d/*.conf` },
      { globPattern: '**/{puma.rb,config/puma/*.rb,Gemfile.lock}' },
      ...controlFiles.map((globPattern) => ({ globPattern })),
    ],
  })
}

/** Files have come, gone or changed; what is in them counts, and of units their names. */
export async function watchedFilesChanged(
  { units, unitFiles, dropIns, controlFiles: others }: Session,
  { changes }: DidChangeWatchedFilesParams,
): Promise<void> {
  for (const { uri, type } of changes) {
    if (type === FileChangeType.Created) units.add(uri)
    else if (type === FileChangeType.Deleted) units.remove(uri)
  }
  const uris = changes.map(({ uri }) => uri)
  await Promise.all([dropIns, unitFiles, others].map((index) => index.changedOnDisk(uris)))
}

/** Workspace folders have been opened; they are read in the background. */
export function foldersAdded(
  { units, unitFiles, controlFiles: others, log }: Session,
  folders: readonly WorkspaceFolder[],
): void {
  for (const { uri } of folders) {
    others.addFolder(uri)
    unitFiles.addFolder(uri)
    units.addFolder(uri).catch((error) => log(`${uri} can't be searched for unit files: ${error}`))
  }
}

/** Workspace folders have been closed. */
export function foldersRemoved(
  { units, unitFiles, controlFiles: others }: Session,
  folders: readonly WorkspaceFolder[],
): void {
  for (const { uri } of folders) {
    units.removeFolder(uri)
    others.removeFolder(uri)
    unitFiles.removeFolder(uri)
  }
}
