import { type Directive, parserAt } from '../data/directives.ts'
import { type EnumSet, enumSet } from '../data/enums.ts'
import { type CommentPart, commentIn, withoutComment } from '../edit/comment.ts'
import type { Value } from '../syntax/value.ts'
import { guessBoolean, readBoolean } from './boolean.ts'
import type { Place, ValueProblem } from './problem.ts'
import { valueTypeOf } from './table.ts'
import { checkWords, isClosed } from './words.ts'

const none: readonly ValueProblem[] = []

/** What is wrong with a value, by the grammar of the function that reads it in the version at hand. */
export function checkValue(text: string, place: Place): readonly ValueProblem[] {
  // A directive that came to take words besides booleans has its set under the newer parser; each word knows since when.
  const set = closedSet(place.directive)
  if (set) return checkWords(text, set, place)
  if (readsBoolean(place.directive, place.version)) return checkBoolean(text, place)
  return valueTypeOf(parserAt(place.directive, place.version))?.check(text, place) ?? none
}

/** What looks like a comment behind a value that would be right without it. */
export function commentBehind(value: Value, place: Place): CommentPart | undefined {
  const comment = commentIn(value, place.directive.parser)
  if (!comment) return undefined
  const problems = checkValue(withoutComment(value, comment), place)
  return problems.some(({ rule }) => !rule.startsWith('legacy-')) ? undefined : comment
}

function closedSet(directive: Directive): EnumSet | undefined {
  const set = enumSet(directive.parser, directive.name)
  return set && isClosed(set) ? set : undefined
}

/** Parsers of booleans, and whether an empty value resets the directive. */
const booleanParsers: ReadonlyMap<string, boolean> = new Map([
  ['bool', false],
  ['tristate', true],
  ['exec_mount_apivfs', true],
])

/** True where a version reads a boolean and nothing else. */
export function readsBoolean(directive: Directive, version: number): boolean {
  return booleanParsers.has(parserAt(directive, version))
}

function checkBoolean(text: string, { directive, version }: Place): readonly ValueProblem[] {
  if (readBoolean(text) !== undefined) return none
  // The table marks booleans for which config_parse_bool() fails instead of passing on.
  const effect = directive.ltype === 'true' ? 'refused' : 'ignored'
  if (text === '') {
    if (booleanParsers.get(parserAt(directive, version))) return none
    return [
      {
        rule: 'invalid-boolean',
        effect,
        from: 0,
        to: 0,
        message: `'${directive.name}=' can't be empty; write yes or no`,
      },
    ]
  }
  const guess = guessBoolean(text)
  return [
    {
      rule: 'invalid-boolean',
      effect,
      from: 0,
      to: text.length,
      message: `'${text}' is no boolean; '${directive.name}=' takes yes or no`,
      ...(guess ? { replacements: [guess], safe: true } : { replacements: ['yes', 'no'] }),
    },
  ]
}
