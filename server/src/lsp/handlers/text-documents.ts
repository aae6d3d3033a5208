import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver'
import { OpenDocument } from '../open-document.ts'
import type { Session } from '../session.ts'
import { settle } from './configuration.ts'
import type { DiagnosticsSender } from './diagnostics.ts'

/** A document was opened. */
export function didOpen(
  session: Session,
  sender: DiagnosticsSender,
  { textDocument }: DidOpenTextDocumentParams,
): void {
  const document = new OpenDocument(textDocument, session.nextSerial())
  session.documents.set(document.uri, document)
  void settle(session, [document])
  session.units.open(document.uri)
  session.survey(document)
  sender.schedule(document, 0)
}

/** A document was changed; changes to one that isn't open are none. */
export function didChange(
  session: Session,
  sender: DiagnosticsSender,
  params: DidChangeTextDocumentParams,
): void {
  const { textDocument, contentChanges } = params
  const document = session.documents.get(textDocument.uri)
  if (!document) return
  document.update(contentChanges, textDocument.version)
  session.tell(document)
  sender.schedule(document)
}

/** A document was closed. */
export async function didClose(
  session: Session,
  sender: DiagnosticsSender,
  { textDocument: { uri } }: DidCloseTextDocumentParams,
): Promise<void> {
  if (!session.documents.delete(uri)) return
  session.units.close(uri)
  session.unitFiles.close(uri)
  await Promise.all([session.dropIns.close(uri), session.controlFiles.close(uri), sender.clear(uri)])
}
