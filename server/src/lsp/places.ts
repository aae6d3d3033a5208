/** Places in other files than the one that a request is about, as the protocol names them. */

import type { Location, TextEdit, WorkspaceEdit } from 'vscode-languageserver'
import type * as features from '../base/features.ts'
import { LineIndex } from '../base/line-index.ts'
import { uriBeside } from '../workspace/uri.ts'
import type { OpenDocument } from './open-document.ts'
import type { Session } from './session.ts'

/** @param from the document that was asked about, in whose place the others lie */
export function toLocations(
  session: Session,
  from: OpenDocument,
  locations: readonly features.Location[],
): Location[] {
  const lines = new Map<string, LineIndex>()
  return locations.map(({ path, text, span }) => {
    const index = lines.get(path) ?? new LineIndex(text)
    lines.set(path, index)
    return { uri: uriAt(session, from, path), range: index.range(span) }
  })
}

/** Edits of several files; with the versions of the open ones where the client can tell that they have changed since. */
export function toEditOfFiles(
  session: Session,
  from: OpenDocument,
  files: readonly features.FileEdits[],
): WorkspaceEdit {
  const all = files.map(({ path, text, edits }) => {
    const lines = new LineIndex(text)
    const changes = edits.map(({ span, newText }): TextEdit => ({ range: lines.range(span), newText }))
    const version = session.openAt(from, path)?.text.version ?? null
    return { uri: uriAt(session, from, path), version, changes }
  })
  if (!session.features.documentChanges) {
    return { changes: Object.fromEntries(all.map(({ uri, changes }) => [uri, changes])) }
  }
  return {
    documentChanges: all.map(({ uri, version, changes }) => ({
      textDocument: { uri, version },
      edits: changes,
    })),
  }
}

/** Clients know an open document by their own spelling of its URI only. */
function uriAt(session: Session, from: OpenDocument, path: string): string {
  return session.openAt(from, path)?.uri ?? uriBeside(from.uri, path)
}
