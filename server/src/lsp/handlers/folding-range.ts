import type { CancellationToken, FoldingRange, FoldingRangeParams } from 'vscode-languageserver'
import { toFoldingRanges } from '../convert.ts'
import type { Session } from '../session.ts'

/** What can be folded away. */
export async function foldingRange(
  session: Session,
  params: FoldingRangeParams,
  token: CancellationToken,
): Promise<FoldingRange[] | null> {
  const opened = await session.open(params.textDocument.uri)
  if (!opened || token.isCancellationRequested) return null
  return toFoldingRanges(opened.document.text, opened.source.folds(), session.features)
}
