import type { Environment } from '../../../base/environment.ts'
import { allWords } from '../extract/first-word.ts'
import { badSpecifierProblem, findBadSpecifier, unknownText } from '../extract/specifiers.ts'
import { variableReference } from '../extract/variable.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueCompletion, ValueType } from '../value-type.ts'
import { accountItems, describeAccount } from './accounts.ts'
import { expandName } from './expand-name.ts'

const none: readonly ValueProblem[] = []
/** Names that even the strict rules of `valid_user_group_name()` like, and numbers that are nothing special. */
const common = /^(?:[a-zA-Z_][\w-]{0,30}|0|[1-9]\d{0,3})$/
const commonList = /^(?:(?:[a-zA-Z_][\w-]{0,30}|0|[1-9]\d{0,3})(?:[ \t]+|$))*$/
/** What `NOBODY_USER_NAME` is where systemd is built for Debian, Fedora and most others. */
const nobody = 'nobody'
/** Numbers that some call takes for "no user": -1 in 32 and in 16 bits. */
const noUser: ReadonlySet<string> = new Set(['4294967295', '65535'])
const largest = 4294967295

/** A user or a group, by name or number: `config_parse_user_group_compat()`. */
export const userOrGroup: ValueType = {
  check(text, place) {
    if (common.test(text) && text !== nobody) return none
    if (text === '') return none
    const problems = checkUser({ text, from: 0, to: text.length }, place)
    // The rule about quotes tells more than systemd's remark on an odd name does.
    return isQuoted(text) ? problems.filter(({ effect }) => effect !== 'noticed') : problems
  },
  complete: completeUsers,
  describe: (text, cursor, place) => describeUser({ text, from: 0, to: text.length }, cursor, place),
}

/** Several of them: `config_parse_user_group_strv_compat()`, which drops backslashes and keeps quotes. */
export const usersOrGroups: ValueType = {
  check(text, place) {
    if (commonList.test(text)) return none
    const { words, error } = allWords(text, {})
    for (const word of words) {
      const problems = checkUser(word, place)
      // The first one that is refused keeps the unit from loading.
      if (problems.some(({ effect }) => effect === 'refused')) return problems
    }
    const found = words.flatMap((word) => checkUser(word, place))
    if (!error) return isQuotedList(text) ? found.filter(({ effect }) => effect !== 'noticed') : found
    const message = `'${text.slice(error.from)}' ends in a backslash, which must not stand there`
    return [{ rule: 'invalid-name', effect: 'refused', from: error.from, to: text.length, message }]
  },
  complete: completeUsers,
  describe: (text, cursor, place) => {
    const word = allWords(text, {}).words.find(({ from, to }) => from <= cursor && cursor <= to)
    return word && describeUser(word, cursor, place)
  },
}

/** True for a value that is wholly in quotes, which systemd takes for a part of the name. */
function isQuoted(text: string): boolean {
  return /^"[^"]+"$|^'[^']+'$/.test(text)
}

/** True for a list in which quotes stand in pairs around names, one or several, as other lists take them. */
export function isQuotedList(text: string): boolean {
  return /["']/.test(text) && /^(?:(?:"[^"']+"|'[^"']+'|[^"'\s]+)(?:\s+|$))+$/.test(text)
}

interface UserWord {
  readonly text: string
  readonly from: number
  readonly to: number
}

function checkUser({ text, from, to }: UserWord, place: Place): readonly ValueProblem[] {
  const bad = findBadSpecifier(text, 'full', place.version)
  if (bad) {
    const problem = badSpecifierProblem(bad, place, 'full')
    // The offsets count in the word without what backslashes took away; the whole word is close enough then.
    const span =
      to - from === text.length ? { from: from + problem.from, to: from + problem.to } : { from, to }
    return [{ rule: 'invalid-name', effect: 'refused', ...problem, ...span }]
  }
  const name = expandName(text, place)
  const fault = faultOf(name)
  if (fault) return [{ rule: 'invalid-name', effect: 'refused', from, to, ...faultText(fault, name, place) }]
  const remark = remarkOn(name, place)
  return remark === undefined
    ? none
    : [{ rule: 'invalid-name', effect: 'noticed', from, to, message: remark }]
}

type UserFault = 'empty' | 'number' | 'zeros' | 'blank' | 'control' | 'character' | 'dots'

/** Why `valid_user_group_name()` refuses a name even where it is relaxed. */
function faultOf(name: string): UserFault | undefined {
  if (/[\x00-\x1f\x7f]/.test(name)) return 'control'
  if (name === '') return 'empty'
  if (/[:/]/.test(name)) return 'character'
  if (name.includes(unknownText)) return name.startsWith(' ') || name.endsWith(' ') ? 'blank' : undefined
  if (/^\d+$/.test(name)) {
    if (/^0./.test(name)) return 'zeros'
    return Number(name) > largest || noUser.has(name) ? 'number' : undefined
  }
  if (/^-\d*$/.test(name)) return 'number'
  if (name.startsWith(' ') || name.endsWith(' ')) return 'blank'
  return name === '.' || name === '..' ? 'dots' : undefined
}

function faultText(
  fault: UserFault,
  name: string,
  { directive }: Place,
): Pick<ValueProblem, 'message' | 'replacements'> {
  const key = `'${directive.name}='`
  switch (fault) {
    case 'empty':
      return { message: `the specifiers in ${key} come to nothing` }
    case 'number':
      return {
        message: `'${name}' is no number of a user or group; ${key} takes 0 to 4294967294 without 65535`,
      }
    case 'zeros': {
      const number = name.replace(/^0+(?=.)/, '')
      return { message: `'${name}' must not begin with a zero`, replacements: [number] }
    }
    case 'blank':
      return { message: `'${name}' must not begin or end with a blank` }
    case 'control':
      return { message: `the name in ${key} has a control character in it` }
    case 'character':
      return { message: `'${name}' is no name of a user or group; ':' and '/' are not accepted in one` }
    case 'dots':
      return { message: `'${name}' is no name of a user or group` }
  }
}

/** What systemd says of a name that it takes all the same. */
function remarkOn(name: string, { directive }: Place): string | undefined {
  if (name === nobody && directive.name.includes('User')) {
    return `'nobody' is what files of unknown owners belong to; a service that runs as this user can touch them, so give it a user of its own`
  }
  if (name.includes(unknownText) || common.test(name) || /^\d+$/.test(name)) return undefined
  // A rule of its own tells that it is not expanded.
  if (variableReference.test(name)) return undefined
  const why =
    name.length > 31 && /^[a-zA-Z_][\w-]*$/.test(name)
      ? 'it has more than 31 characters'
      : `strict names begin with a letter or '_' and go on with letters, digits, '_' and '-'`
  return `systemd takes '${name}' with a remark: ${why}`
}

function completeUsers(
  text: string,
  cursor: number,
  { directive, manager }: Place,
  environment: Environment,
): ValueCompletion | undefined {
  // A user manager can't become anybody else.
  if (manager === 'user') return undefined
  let from = cursor
  while (from > 0 && !/\s/.test(text[from - 1]!)) from--
  const end = /\s/.exec(text.slice(cursor))
  return {
    from,
    to: end ? cursor + end.index : text.length,
    items: accountItems(directive.name.includes('User') ? 'user' : 'group', environment),
  }
}

function describeUser(
  { text, from, to }: UserWord,
  cursor: number,
  place: Place,
): ReturnType<NonNullable<ValueType['describe']>> {
  if (cursor < from || cursor > to || faultOf(expandName(text, place)) !== undefined) return undefined
  const { name } = place.directive
  const mayBeMade = name === 'User' || name === 'Group'
  return { from, to, markdown: describeAccount(text, name.includes('User') ? 'user' : 'group', mayBeMade) }
}
