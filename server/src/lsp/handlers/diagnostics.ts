import {
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver'
import { targetsChanged } from '../../protocol.ts'
import { toDiagnostic } from '../convert.ts'
import type { OpenDocument } from '../open-document.ts'
import type { Session } from '../session.ts'

/** Findings are sent this long after the last keystroke, to clients that don't ask for them. */
const quiet = 100

/** The report on a document that has no findings, or isn't open. */
export const emptyReport: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] }

/** What is wrong with a document, for clients that ask; `unchanged` where they hold the answer already. */
export async function pullDiagnostics(
  session: Session,
  params: DocumentDiagnosticParams,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  const document = await session.ready(params.textDocument.uri)
  if (!document || token.isCancellationRequested) return emptyReport
  const resultId = session.resultId(document)
  if (params.previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
  const items = session.findings(document).map((finding) => toDiagnostic(document.text, finding))
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items }
}

/** Sends findings to clients that don't ask for them, when the person pauses. */
export class DiagnosticsSender {
  readonly #session: Session
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>()

  constructor(session: Session) {
    this.#session = session
  }

  /** The document was opened or changed. */
  schedule(document: OpenDocument, delay = quiet): void {
    if (this.#session.features.pullsDiagnostics) return
    clearTimeout(this.#timers.get(document.uri))
    this.#timers.set(
      document.uri,
      setTimeout(() => void this.#send(document), delay),
    )
  }

  /** The document was closed: its findings go. */
  async clear(uri: string): Promise<void> {
    if (this.#session.features.pullsDiagnostics) return
    clearTimeout(this.#timers.get(uri))
    this.#timers.delete(uri)
    await this.#session.connection.sendDiagnostics({ uri, diagnostics: [] })
  }

  /** No finding is sent any more. */
  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
  }

  async #send(document: OpenDocument): Promise<void> {
    const { connection, documents, log } = this.#session
    try {
      this.#timers.delete(document.uri)
      await this.#session.ready(document.uri)
      if (documents.get(document.uri) !== document) return
      const { uri, version } = document.text
      const diagnostics = this.#session
        .findings(document)
        .map((finding) => toDiagnostic(document.text, finding))
      await connection.sendDiagnostics({ uri, version, diagnostics })
    } catch (error) {
      log(`the findings of ${document.uri} can't be sent: ${error}`)
    }
  }
}

/** What findings depend on has changed besides the documents: the client asks again, or is sent them anew. */
export async function refresh(session: Session, sender: DiagnosticsSender): Promise<void> {
  const { connection, documents, features, isOwnClient } = session
  if (documents.size === 0) return
  for (const document of documents.values()) sender.schedule(document, 0)
  if (isOwnClient) await connection.sendNotification(targetsChanged)
  if (features.pullsDiagnostics && features.refreshesDiagnostics)
    await connection.languages.diagnostics.refresh()
}
