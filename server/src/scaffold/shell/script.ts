// As much of the shell's language as it takes to tell a script that only starts a program from one that does more.
// What is more is left to the shell as it stands.

/** A stretch of a word: text without its quotes, or a variable to be put in. */
export type WordPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string; readonly quoted: boolean }

/** A word of a command. `parts` is undefined where the shell does more with it than put in variables. */
export interface ShellWord {
  readonly start: number
  readonly end: number
  readonly parts: readonly WordPart[] | undefined
}

export interface Redirect {
  /** The descriptor that is redirected: 1 for `>`, 0 for `<`; `&` for both outputs. */
  readonly from: string
  readonly operator: string
  readonly target: ShellWord
}

/** A program with its arguments; offsets are of the script. */
export interface ShellCommand {
  readonly start: number
  readonly end: number
  readonly words: readonly ShellWord[]
  readonly redirects: readonly Redirect[]
  readonly hereDocument: HereDocument | undefined
}

export interface HereDocument {
  readonly text: string
  /** Whether the shell leaves the text as it is. */
  readonly quoted: boolean
}

/** Commands that are piped into each other. */
export interface Pipeline {
  readonly commands: readonly ShellCommand[]
  /** What parts it from the one before it in the same statement. */
  readonly after: '&&' | '||' | undefined
}

/** What a line or a `;` ends. */
export interface Statement {
  readonly start: number
  readonly pipelines: readonly Pipeline[]
  readonly inBackground: boolean
}

export interface Script {
  readonly text: string
  readonly statements: readonly Statement[]
  /** Where the part begins that is more than simple commands; undefined where there is none. */
  readonly opaqueFrom: number | undefined
}

/** The text of a word in which nothing is put in; undefined for others. */
export function plainWord(word: ShellWord | undefined): string | undefined {
  if (!word?.parts?.every((part) => part.kind === 'text')) return undefined
  return word.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')
}
