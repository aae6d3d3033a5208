import type {
  CancellationToken,
  DocumentSymbol,
  DocumentSymbolParams,
  SymbolInformation,
} from 'vscode-languageserver'
import { toSymbols } from '../convert.ts'
import type { Session } from '../session.ts'

/** The outline of a document. */
export async function documentSymbol(
  session: Session,
  params: DocumentSymbolParams,
  token: CancellationToken,
): Promise<DocumentSymbol[] | SymbolInformation[] | null> {
  const opened = await session.open(params.textDocument.uri)
  if (!opened || token.isCancellationRequested) return null
  return toSymbols(opened.document.text, opened.source.symbols(), session.features)
}
