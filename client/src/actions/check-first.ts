import { Range, type TextDocument, window } from 'vscode'
import type { Session } from '../session.ts'

/** What the server answers to `textDocument/diagnostic`, as far as it is looked at here. */
interface Report {
  readonly items?: readonly {
    readonly severity?: number
    readonly message: string
    readonly range: Found['range']
  }[]
}

interface Found {
  readonly message: string
  readonly range: {
    readonly start: { readonly line: number; readonly character: number }
    readonly end: { readonly line: number; readonly character: number }
  }
}

const error = 1
/** More are not read before a decision. */
const mostShown = 3

/**
 * Tells of errors in the file before it is started.
 * @returns whether to go on
 */
export async function goOnDespiteErrors(session: Session, document: TextDocument): Promise<boolean> {
  const found = await errorsOf(session, document)
  const [first] = found
  if (!first) return true
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1)
  const [goOn, show] = ['Start anyway', 'Show']
  const detail = found
    .slice(0, mostShown)
    .map(({ message, range }) => `line ${range.start.line + 1}: ${message}`)
    .join('\n')
  const count = found.length === 1 ? 'an error' : `${found.length} errors`
  const chosen = await window.showWarningMessage(
    `'${name}' has ${count}: it will not run as it is meant to`,
    { modal: true, detail },
    goOn,
    show,
  )
  if (chosen === show) {
    const { start } = first.range
    const place = new Range(start.line, start.character, start.line, start.character)
    await window.showTextDocument(document, { selection: place })
  }
  return chosen === goOn
}

/** Asked of the server, since the editor's own list may be behind what was typed last. */
async function errorsOf(session: Session, { uri }: TextDocument): Promise<readonly Found[]> {
  const params = { textDocument: { uri: uri.toString() } }
  const report = await session.request<Report>('textDocument/diagnostic', params).catch(() => undefined)
  return report?.items?.filter(({ severity }) => severity === error) ?? []
}
