import type { Diagnostic } from './diagnostic.ts'
import type { Environment } from './environment.ts'
import type { Completion, DocumentSymbol, Fold, Hover } from './features.ts'

/**
 * A language this program understands: one shape for all of them, so that whoever serves files need not know which it
 * is. Documents are immutable and made once for each version of a text. Nothing here throws.
 */
export interface Language<Document> {
  readonly id: string
  /** True where the path, or else the beginning of the text, tells that the file is of this language. */
  recognises(path: string, text?: string): boolean
  /** True for a file of another program, whatever an editor calls it; nothing is said of such a file. */
  isForeign(path: string, text: string): boolean
  /** Parses a text; the path tells what kind of file it is. */
  read(text: string, path: string): Document
  /** Everything wrong with a document, in the order of the text. */
  lint(document: Document, environment: Environment): readonly Diagnostic[]
  hover(document: Document, offset: number, environment: Environment): Promise<Hover | undefined>
  complete(document: Document, offset: number, environment: Environment): Completion | undefined
  /** The documentation, as markdown, of an item that `complete` offered. */
  explainItem(context: string, label: string): Promise<string | undefined>
  symbols(document: Document): readonly DocumentSymbol[]
  folds(document: Document): readonly Fold[]
  /** One line for the status bar: what the file is checked for. */
  describeTarget(document: Document, environment: Environment): TargetDescription
}

/** What a file is checked for and why. */
export type TargetDescription = UnitTargetDescription | MonitTargetDescription

export interface UnitTargetDescription {
  readonly program: 'systemd'
  readonly version: number
  readonly versionFrom: 'setting' | 'machine' | 'newest'
  readonly manager: 'system' | 'user'
  readonly managerFrom: 'comment' | 'setting' | 'path' | 'default'
}

export interface MonitTargetDescription {
  readonly program: 'monit'
  /** `5.33.0`. */
  readonly version: string
  readonly versionFrom: 'comment' | 'setting' | 'machine' | 'newest'
}
