import type { CancellationToken, Hover, HoverParams } from 'vscode-languageserver'
import { offsetOf, rangeOf, toMarkup } from '../convert.ts'
import type { Session } from '../session.ts'

/** What the word under the pointer means. */
export async function hover(
  session: Session,
  params: HoverParams,
  token: CancellationToken,
): Promise<Hover | null> {
  const opened = await session.open(params.textDocument.uri)
  if (!opened || token.isCancellationRequested) return null
  const { document, source, environment } = opened
  const offset = offsetOf(document.text, params.position)
  if (offset === undefined) return null
  const { revision } = document
  const found = await source.hover(offset, environment)
  // The manual is read from the disk the first time; the text may have moved on meanwhile.
  if (!found || document.revision !== revision) return null
  return {
    contents: toMarkup(found.markdown, session.features.hoverMarkdown),
    range: rangeOf(document.text, found.span),
  }
}
