/** How the generated table stores a directive; `directives.ts` turns rows into `Directive`s on first use. */

/** An old key's present spelling; the section is named only where the key moved to another one. */
export interface RowReplacement {
  readonly section?: string
  readonly name: string
  readonly value?: string
  readonly sameValue: boolean
}

/** What only a few rows have. */
export interface RowNotes {
  readonly undocumented?: true
  readonly scope?: 'system-only' | 'system-or-userns'
  readonly removedIn?: number
  readonly legacy?: RowReplacement
  readonly parsers?: readonly (readonly [since: number, parser: string])[]
}

/** One key of a block. */
export type DirectiveRow = readonly [
  name: string,
  parser: string,
  ltype: string,
  since: number,
  notes?: RowNotes,
]

/** A set of keys that stand together in upstream's table: a section's own, or a group several sections share. */
export interface Block {
  readonly page: string
  /** A function, so that a block nobody asks for costs only its scan. */
  readonly rows: () => readonly DirectiveRow[]
}
