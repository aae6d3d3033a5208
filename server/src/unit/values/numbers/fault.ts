import type { NumberFault } from '../extract/number.ts'
import type { Place, ValueProblem } from '../problem.ts'

/** A value without fault. */
export const fine: readonly ValueProblem[] = []

/** What a wrong part of a value was meant to be, as far as one can tell. */
export interface Guess {
  readonly text: string
  /** It is plainly what the author meant. */
  readonly safe: boolean
}

/** A part of a value that its directive does not take. */
export interface Fault {
  readonly from: number
  readonly to: number
  /** What is wrong, to be followed by what is accepted. */
  readonly message: string
  readonly guess?: Guess
}

/** The problem that a directive does not take an empty value. */
export function emptyProblem({ directive }: Place, takes: string): readonly ValueProblem[] {
  const message = `'${directive.name}=' can't be empty; it takes ${takes}`
  return [{ rule: 'invalid-number', effect: 'ignored', from: 0, to: 0, message }]
}

/** A problem with a part of a value, and what the directive takes there. */
export function faultProblem(
  { from, to, message, guess }: Fault,
  { directive }: Place,
  takes: string,
): ValueProblem {
  return {
    rule: 'invalid-number',
    effect: 'ignored',
    from,
    to,
    message: `${message}; '${directive.name}=' takes ${takes}`,
    ...(guess ? { replacements: [guess.text], safe: guess.safe } : {}),
  }
}

/** Says what is wrong with a text that is no number, or one that does not fit. */
export function faultMessage(text: string, fault: NumberFault, kind = 'whole number'): string {
  return fault === 'range' ? `'${text}' is out of range` : `'${text}' is no ${kind}`
}

/** The first of the guesses that is right; each with whether it is beyond doubt. */
export function firstGuess(
  guesses: readonly (readonly [text: string | undefined, safe: boolean])[],
  isRight: (text: string) => boolean,
): Guess | undefined {
  for (const [text, safe] of guesses) if (text !== undefined && isRight(text)) return { text, safe }
  return undefined
}

/** A text without the quotes around it; undefined where there are none. */
export function unquoted(text: string): string | undefined {
  return /^(["'])(.*)\1$/.exec(text)?.[2]?.trim()
}
