import {
  type CancellationToken,
  LSPErrorCodes,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { offsetOf, rangeOf } from '../convert.ts'
import { toEditOfFiles } from '../places.ts'
import type { Session } from '../session.ts'

/** The name under the cursor that a new one would replace; null where nothing can be renamed. */
export async function prepareRename(
  session: Session,
  params: PrepareRenameParams,
  token: CancellationToken,
): Promise<PrepareRenameResult | null> {
  const opened = await session.open(params.textDocument.uri)
  if (!opened || token.isCancellationRequested) return null
  const { document, source } = opened
  const offset = offsetOf(document.text, params.position)
  const span = offset === undefined ? undefined : source.renamable(offset)
  if (!span) return null
  return { range: rangeOf(document.text, span), placeholder: source.text.slice(span.start, span.end) }
}

/** A new name in all files at hand. Where the name can't be had, the person is told why. */
export async function rename(
  session: Session,
  params: RenameParams,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  const opened = await session.open(params.textDocument.uri)
  if (!opened || token.isCancellationRequested) return null
  const { document, source, environment } = opened
  const offset = offsetOf(document.text, params.position)
  const renaming = offset === undefined ? undefined : source.rename(offset, params.newName, environment)
  if (!renaming) return null
  if (renaming.kind === 'refused') throw new ResponseError(LSPErrorCodes.RequestFailed, renaming.reason)
  return toEditOfFiles(session, document, renaming.files)
}
