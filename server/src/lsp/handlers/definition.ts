import type { CancellationToken, DefinitionParams, Location } from 'vscode-languageserver'
import { offsetOf } from '../convert.ts'
import { toLocations } from '../places.ts'
import type { Session } from '../session.ts'

/** Where what is named under the cursor is declared. */
export async function definition(
  session: Session,
  params: DefinitionParams,
  token: CancellationToken,
): Promise<Location[] | null> {
  const opened = await session.open(params.textDocument.uri)
  if (!opened || token.isCancellationRequested) return null
  const { document, source, environment } = opened
  const offset = offsetOf(document.text, params.position)
  if (offset === undefined) return null
  return toLocations(session, document, source.definitions(offset, environment))
}
