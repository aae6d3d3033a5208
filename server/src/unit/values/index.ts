import { parserAt } from '../data/directives.ts'
import { enumSet } from '../data/enums.ts'
import { commentStart } from '../edit/comment.ts'
import { guessBoolean, readBoolean } from './boolean.ts'
import type { Place, ValueProblem } from './problem.ts'
import { checkWords, isClosed } from './words.ts'

const none: readonly ValueProblem[] = []

/** What is wrong with a value, by the grammar of the function that reads it in the version at hand. */
export function checkValue(text: string, place: Place): readonly ValueProblem[] {
  const { directive, version } = place
  const parser = parserAt(directive, version)
  if (parser === 'bool' || parser === 'tristate') return checkBoolean(text, parser, place)
  const set = enumSet(directive.parser, directive.name)
  return set && isClosed(set) ? checkWords(text, set, place) : none
}

/** True where a value is a boolean or made of words from a closed set. */
export function hasClosedValues(parser: string, directive: string): boolean {
  if (parser === 'bool' || parser === 'tristate') return true
  const set = enumSet(parser, directive)
  return set !== undefined && isClosed(set)
}

/** Where a comment begins behind a value that would be right without it. */
export function commentBehind(text: string, place: Place): number | undefined {
  const at = commentStart(text, place.directive.parser)
  if (at === undefined) return undefined
  const problems = checkValue(text.slice(0, at).trimEnd(), place)
  return problems.some(({ rule }) => rule !== 'legacy-value') ? undefined : at
}

function checkBoolean(text: string, parser: 'bool' | 'tristate', { directive }: Place): readonly ValueProblem[] {
  if (readBoolean(text) !== undefined || (text === '' && parser === 'tristate')) return none
  if (text === '') {
    return [{ rule: 'invalid-boolean', from: 0, to: 0, message: `'${directive.name}=' can't be empty; write yes or no` }]
  }
  const guess = guessBoolean(text)
  return [
    {
      rule: 'invalid-boolean',
      from: 0,
      to: text.length,
      message: `'${text}' is no boolean; '${directive.name}=' takes yes or no`,
      ...(guess ? { replacements: [guess], safe: true } : { replacements: ['yes', 'no'] }),
    },
  ]
}
