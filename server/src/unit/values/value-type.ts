import type { Environment } from '../../base/environment.ts'
import type { CompletionItem } from '../../base/features.ts'
import type { Place, ValueProblem } from './problem.ts'

/** The grammar of one kind of value: everything this program knows of it. */
export interface ValueType {
  /**
   * What is wrong with a value, by what the function that reads it does with it in the version at hand.
   * @param text the value as systemd sees it: on one line, blanks around it gone
   */
  check(text: string, place: Place): readonly ValueProblem[]
  /** What may stand at the cursor. */
  complete?(text: string, cursor: number, place: Place, environment: Environment): ValueCompletion | undefined
  /** What the part of the value under the cursor means, beyond words from tables and specifiers. Markdown. */
  describe?(text: string, cursor: number, place: Place): ValueMeaning | undefined
}

/** Items for a part of a value; indices into its text. */
export interface ValueCompletion {
  readonly from: number
  readonly to: number
  readonly items: readonly CompletionItem[]
}

export interface ValueMeaning {
  readonly from: number
  readonly to: number
  readonly markdown: string
}

/** Value types by the name of systemd's parser, without `config_parse_`. */
export type ValueTypes = Readonly<Record<string, ValueType>>
