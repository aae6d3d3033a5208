/** How the generated table stores what a parser's words are; `enums.ts` makes values of it. */

/** Words that only one kind of manager accepts in a span of versions. */
export interface ManagerLimit {
  readonly words: readonly string[]
  /** The manager that accepts them; the other one does not. */
  readonly only: 'system' | 'user'
  /** First version in which the limit holds; absent: before the oldest known. */
  readonly from?: number
  /** Last version in which the limit holds; absent: up to the newest known. */
  readonly until?: number
  /** What the other manager does: drop the assignment with a warning, or read the word as `replacement`. */
  readonly otherwise: 'ignored' | 'replaced'
  readonly replacement?: string
}

/** What one parser, or one parser for some directives, accepts besides the words of its tables, and in which form. */
export interface EnumSet {
  /** The directives this is about, where one parser reads several kinds of value; absent: all of its own. */
  readonly only?: readonly string[]
  /** String tables by their C name without `_table`, or by a name of our own for words compared in code. */
  readonly tables: readonly string[]
  /** Whether every word of `parse_boolean()` is accepted too. */
  readonly boolean: boolean
  /**
   * `word`: the value is one of the words. `words`: a blank-separated list of them. `prefix`: one of the words, some
   * with `:argument`. `structured`: they are parts of a syntax of its own, which has its own grammar.
   */
  readonly form: 'word' | 'words' | 'prefix' | 'structured'
  /** Whether a leading `~` turns the list round. */
  readonly invertible?: true
  /** For `prefix`: the words that take `:argument`. systemd lets a `required` one go missing until the start fails. */
  readonly argument?: Readonly<Record<string, 'required' | 'optional'>>
  /** First version in which an argument is understood, where the words are older. */
  readonly argumentSince?: number
  /** Plain numbers that are accepted as well: lowest and highest. */
  readonly numbers?: readonly [number, number]
  /** What else is accepted, for messages: reads on after "or". */
  readonly others?: string
  /** Words of the tables that this parser refuses all the same. */
  readonly refused?: readonly string[]
  /** Set where an unknown word goes by without a warning. */
  readonly unknown?: 'silent'
  /** The last version on record in which an unknown word keeps the whole unit from loading. */
  readonly unknownFatalUntil?: number
  /** First version of words younger than the oldest known version and than their directive. */
  readonly since?: Readonly<Record<string, number>>
  /** Words that stand for another one of the tables. */
  readonly aliases?: Readonly<Record<string, string>>
  /** Words that systemd accepts with a remark in the log. */
  readonly remarks?: Readonly<Record<string, 'warning' | 'notice'>>
  readonly managerOnly?: readonly ManagerLimit[]
}
