import { Diagnostic, DiagnosticSeverity, type Disposable, languages, Range, Uri, workspace } from 'vscode'
import type { VerifyRemark } from '../../server/src/protocol.ts'

const severities = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning } as const

/**
 * Shows what real programs said of files when they were asked. It holds for the texts that they read: with the first
 * edit of one of these it goes.
 */
export class Verifications implements Disposable {
  readonly #shown = languages.createDiagnosticCollection('unitwright-verify')
  /** By the document that was verified: the files that something was said of, that document always among them. */
  readonly #files = new Map<string, readonly Uri[]>()
  readonly #listeners: readonly Disposable[] = [
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) this.#forgetAbout(document.uri)
    }),
    workspace.onDidCloseTextDocument(({ uri }) => this.clear(uri)),
  ]

  /**
   * Shows remarks in place of those that an earlier run made of the same document.
   * @param source the program's name
   */
  show(document: Uri, source: string, remarks: readonly VerifyRemark[]): void {
    this.clear(document)
    const byFile = new Map<string, Diagnostic[]>([[document.toString(), []]])
    for (const { uri, range, severity, message } of remarks) {
      const { start, end } = range
      const place = new Range(start.line, start.character, end.line, end.character)
      const diagnostic = new Diagnostic(place, message, severities[severity])
      diagnostic.source = source
      // As the editor spells it, so that both sides mean one file.
      const file = Uri.parse(uri).toString()
      byFile.set(file, [...(byFile.get(file) ?? []), diagnostic])
    }
    for (const [file, diagnostics] of byFile) this.#shown.set(Uri.parse(file), diagnostics)
    this.#files.set(
      document.toString(),
      [...byFile.keys()].map((file) => Uri.parse(file)),
    )
  }

  /** Takes away what was said when a document was verified. */
  clear(document: Uri): void {
    for (const file of this.#files.get(document.toString()) ?? []) this.#shown.delete(file)
    this.#files.delete(document.toString())
  }

  dispose(): void {
    for (const each of [...this.#listeners, this.#shown]) each.dispose()
  }

  #forgetAbout(file: Uri): void {
    const changed = file.toString()
    for (const [document, files] of this.#files) {
      if (files.some((each) => each.toString() === changed)) this.clear(Uri.parse(document))
    }
  }
}
