import type { Position, TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { Environment } from '../base/environment.ts'
import { defaultSettings, type Settings } from '../base/settings.ts'
import { check } from '../workspace/check.ts'
import { openSource, recognise, type Source } from '../workspace/documents.ts'
import { pathOfUri } from '../workspace/uri.ts'
import { isPosition } from './convert.ts'

/** Files that editors call `systemd` as well, and that aren't units. */
const otherSystemdFiles =
  /\.(?:conf|network|netdev|link|nspawn|dnssd|oomd|container|volume|kube|pod|image|build)$/

/** A document that is open in the editor. Each version of its text is read once, for all that is asked of it. */
export class OpenDocument {
  readonly uri: string
  /** Tells this opening of the document from others. */
  readonly serial: number
  readonly text: TextDocument
  /** What the person has set for this document. */
  settings: Settings = defaultSettings
  /** Fulfilled once `settings` are known. */
  settled: Promise<void> = Promise.resolve()
  /** Fulfilled once what lies beside the document is known. */
  surveyed: Promise<void> = Promise.resolve()
  /** Counts the versions of the text, other than the client's own number reliably. */
  revision = 0
  readonly #path: string
  readonly #languageId: string
  #source: { readonly revision: number; readonly value: Source | undefined } | undefined
  #findings: { readonly state: string; readonly value: readonly Diagnostic[] } | undefined

  constructor({ uri, languageId, version, text }: TextDocumentItem, serial: number) {
    this.uri = uri
    this.serial = serial
    this.#path = pathOfUri(uri)
    this.#languageId = languageId
    this.text = TextDocument.create(uri, languageId, version, text)
  }

  /** Applies what was typed. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number | null): void {
    this.revision += 1
    for (const change of changes) {
      TextDocument.update(this.text, [this.#clamped(change)], version ?? this.text.version + 1)
    }
  }

  /** The text as one of our languages; undefined where it is none. */
  get source(): Source | undefined {
    if (this.#source?.revision !== this.revision) {
      const text = this.text.getText()
      const language = languageOf(this.#languageId, this.#path, text)
      const value = language === undefined ? undefined : openSource(language, this.#path, text)
      this.#source = { revision: this.revision, value }
    }
    return this.#source.value
  }

  /**
   * What is wrong with the text.
   * @param generation names the state of the environment; in the same one the same text is checked once
   */
  findings(environment: Environment, generation: number): readonly Diagnostic[] {
    const state = `${this.revision}.${generation}`
    if (this.#findings?.state !== state) {
      this.#findings = { state, value: this.source ? check(this.source, environment) : [] }
    }
    return this.#findings.value
  }

  /** Editors name the end of a text by a line far behind it; TextDocument wants a place that exists. */
  #clamped(change: TextDocumentContentChangeEvent): TextDocumentContentChangeEvent {
    const range = 'range' in change ? change.range : undefined
    if (!range) return { text: change.text }
    return { text: change.text, range: { start: this.#inside(range.start), end: this.#inside(range.end) } }
  }

  #inside(position: Position): Position {
    if (!isPosition(position)) throw new TypeError('a change without line and character')
    return this.text.positionAt(this.text.offsetAt(position))
  }
}

/** The engine's language for a document: by the editor's word, else by its path, else by how it begins. */
function languageOf(languageId: string, path: string, text: string): string | undefined {
  if (languageId.startsWith('systemd-unit')) return 'unit'
  if (languageId === 'monit') return 'monit'
  const recognised = recognise(path, text)
  if (recognised !== undefined) return recognised
  return languageId.startsWith('systemd') && !otherSystemdFiles.test(path) ? 'unit' : undefined
}
