/** What a person reads about one directive; the prose is this project's own. */
export interface DirectiveDoc {
  /** One to three sentences, markdown. */
  readonly summary: string
  /** What holds where the directive is absent; no entry where absence says nothing. */
  readonly default?: string
  /** One realistic value, without the key. */
  readonly example?: string
}

/** Keyed by `Section.Name` where a name means different things in different sections, else by name. */
export type DirectiveDocs = Readonly<Record<string, DirectiveDoc>>
