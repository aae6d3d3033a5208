import type {
  CancellationToken,
  CompletionItem,
  CompletionList,
  CompletionParams,
} from 'vscode-languageserver'
import { explainItem } from '../../workspace/documents.ts'
import { type ItemData, offsetOf, toCompletionList, toMarkup } from '../convert.ts'
import type { Session } from '../session.ts'

/** What may stand at the cursor. */
export async function completion(
  session: Session,
  params: CompletionParams,
  token: CancellationToken,
): Promise<CompletionList | null> {
  const opened = await session.open(params.textDocument.uri)
  if (!opened || token.isCancellationRequested) return null
  const { document, source, environment } = opened
  const offset = offsetOf(document.text, params.position)
  if (offset === undefined) return null
  const found = source.complete(offset, environment)
  return found ? toCompletionList(document.text, source.language, found, session.features) : null
}

/** The documentation of the item that the person looks at. */
export async function completionResolve(session: Session, item: CompletionItem): Promise<CompletionItem> {
  const { language, context } = (item.data ?? {}) as Partial<ItemData>
  if (typeof language !== 'string' || typeof context !== 'string') return item
  const markdown = await explainItem(language, context, item.label)
  return markdown ? { ...item, documentation: toMarkup(markdown, session.features.itemMarkdown) } : item
}
