import type { CancellationToken, Location, ReferenceParams } from 'vscode-languageserver'
import { offsetOf } from '../convert.ts'
import { toLocations } from '../places.ts'
import type { Session } from '../session.ts'

/** Where the name under the cursor is used, in all files at hand. */
export async function references(
  session: Session,
  params: ReferenceParams,
  token: CancellationToken,
): Promise<Location[] | null> {
  const opened = await session.open(params.textDocument.uri)
  if (!opened || token.isCancellationRequested) return null
  const { document, source, environment } = opened
  const offset = offsetOf(document.text, params.position)
  if (offset === undefined) return null
  const declarations = params.context?.includeDeclaration !== false
  return toLocations(session, document, source.references(offset, declarations, environment))
}
