import { nearest } from '../../../base/nearest.ts'
import { allWords, type ExtractFlags, type Word, type WordError } from '../extract/first-word.ts'
import type { ValueProblem } from '../problem.ts'

const none: readonly ValueProblem[] = []

/** What is wrong with one item; undefined where nothing is. */
export type ItemCheck = (word: Word) => ValueProblem | undefined

/** Checks the words of a list one by one; a quote or backslash without an end is one problem more. */
export function checkItems(
  text: string,
  flags: ExtractFlags,
  check: ItemCheck,
  from = 0,
): readonly ValueProblem[] {
  const { words, error } = allWords(text, flags, from)
  let problems: ValueProblem[] | undefined
  for (const word of words) {
    const problem = check(word)
    if (problem) {
      problems ??= []
      problems.push(problem)
    }
  }
  if (!error) return problems ?? none
  return [...(problems ?? none), wordErrorProblem(text, error)]
}

/** What to say of a word that cannot be read. */
export function wordErrorProblem(text: string, { error, from, at }: WordError): ValueProblem {
  const message =
    error === 'quote'
      ? `the quote ${text[at]} has no end; systemd leaves out what follows`
      : "the backslash escapes nothing; write '\\\\' for a backslash"
  return listProblem(from, text.length, message)
}

/** A problem of this family, left out of the list with a warning. */
export function listProblem(from: number, to: number, message: string, guess?: Guess): ValueProblem {
  return { rule: 'invalid-list-item', from, to, message, ...guess }
}

export type Guess = Pick<ValueProblem, 'replacements' | 'safe'>

/** What an unknown word was meant to be: beyond doubt where only the letter case is wrong. */
export function guessItem(word: string, names: Iterable<string>): Guess {
  const guess = nearest(word, names)
  if (guess === undefined) return {}
  return { replacements: [guess], safe: guess.toLowerCase() === word.toLowerCase() }
}
