import type { Diagnostic } from './diagnostic.ts'
import type { Environment } from './environment.ts'
import type { Completion, DocumentSymbol, Fold, Hover, Location, Renaming } from './features.ts'
import type { Span } from './span.ts'

/**
 * A language this program understands: one shape for all of them, so that whoever serves files need not know which it
 * is. Documents are immutable and made once for each version of a text; a view is one as it is looked at for a target.
 * Nothing here throws.
 */
export interface Language<Document, View = Document> {
  readonly id: string
  /** True where the path, or else the beginning of the text, tells that the file is of this language. */
  recognises(path: string, text?: string): boolean
  /** True for a file of another program, whatever an editor calls it; nothing is said of such a file. */
  isForeign(path: string, text: string): boolean
  /** Parses a text; the path tells what kind of file it is. */
  read(text: string, path: string): Document
  /**
   * Everything wrong with a document, in the order of the text.
   * @param compare tells what is found by comparing the file with others; its comments speak of that too
   */
  lint(
    document: Document,
    environment: Environment,
    compare?: (view: View) => OutsideFindings,
  ): readonly Diagnostic[]
  hover(document: Document, offset: number, environment: Environment): Promise<Hover | undefined>
  complete(document: Document, offset: number, environment: Environment): Completion | undefined
  /** The documentation, as markdown, of an item that `complete` offered. */
  explainItem(context: string, label: string): Promise<string | undefined>
  symbols(document: Document): readonly DocumentSymbol[]
  folds(document: Document): readonly Fold[]
  /** What can be asked of names; absent where a language has none that several places share. */
  readonly names?: Names<Document>
  /** One line for the status bar: what the file is checked for. */
  describeTarget(document: Document, environment: Environment): TargetDescription
}

/** What is found in a file by comparing it with others, those of other languages and of other programs too. */
export interface OutsideFindings {
  readonly found: readonly Diagnostic[]
  /** The ids of all rules that compare. */
  readonly ruleIds: readonly string[]
  /** Those of them that could not be asked, as what they compare with is not at hand. */
  readonly undecided: readonly string[]
}

/** What is found where nothing is compared. */
export const noOutsideFindings: OutsideFindings = { found: [], ruleIds: [], undecided: [] }

/** Questions about the name at an offset, which places in several files may share. */
export interface Names<Document> {
  /** Where what is named is declared; empty where no name stands there, or nobody declares it. */
  definitions(document: Document, offset: number, environment: Environment): readonly Location[]
  /** Where the name is used, and with `declarations` where it is declared too; this file's places first. */
  references(
    document: Document,
    offset: number,
    declarations: boolean,
    environment: Environment,
  ): readonly Location[]
  /** The name that can be changed from an offset, without its quotes. */
  renamable(document: Document, offset: number): Span | undefined
  rename(document: Document, offset: number, name: string, environment: Environment): Renaming
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
