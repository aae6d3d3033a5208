import { allWords, type ExtractFlags, type Word } from '../extract/first-word.ts'
import { unknownText } from '../extract/specifiers.ts'
import { expandName } from '../names/expand-name.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueMeaning, ValueType } from '../value-type.ts'
import { isKnown, isUtf8 } from './characters.ts'
import { specifierProblem } from './specifier-problem.ts'

const none: readonly ValueProblem[] = []
const rule = 'invalid-environment'

const withEscapes: ExtractFlags = { unquote: true, unescape: true }
const withQuotes: ExtractFlags = { unquote: true }

/** Assignments and names without quotes, escapes and specifiers. */
const plainAssignment = /^[A-Za-z_]\w*=[^\s"'\\%]*$/
const plainNames = /^[A-Za-z_]\w*(?:[ \t]+[A-Za-z_]\w*)*$/

/** Environment=, as `config_parse_environ()` reads it: each bad assignment is left out, the others hold. */
export const environ: ValueType = {
  check(text, place) {
    if (text === '' || plainAssignment.test(text)) return none
    return checkItems(text, place, withEscapes, assignmentProblem)
  },
  describe: describeAssignment,
}

/** PassEnvironment=, as `config_parse_pass_environ()` reads it: names. */
export const passEnviron: ValueType = {
  check(text, place) {
    if (text === '' || plainNames.test(text)) return none
    return checkItems(text, place, withQuotes, nameProblem)
  },
  describe: (text, cursor) =>
    describeWord(text, cursor, withQuotes, (name) => `Passes on \`${name}\`, if the manager itself has it.`),
}

/** UnsetEnvironment=, as `config_parse_unset_environ()` reads it: names, or assignments of which only that value goes. */
export const unsetEnviron: ValueType = {
  check(text, place) {
    if (text === '' || plainNames.test(text)) return none
    const problemOf = (word: Word, expanded: string, where: Place) =>
      expanded.includes('=') ? assignmentProblem(word, expanded) : nameProblem(word, expanded, where)
    return checkItems(text, place, withEscapes, problemOf)
  },
  describe: (text, cursor) =>
    describeWord(text, cursor, withEscapes, (word) => {
      const equals = word.indexOf('=')
      if (equals < 0) return `Removes \`${word}\`, wherever it was set.`
      return `Removes \`${word.slice(0, equals)}\` if it is \`${printable(word.slice(equals + 1))}\`.`
    }),
}

/** LogExtraFields=, as `config_parse_log_extra_fields()` reads it: fields of the journal, which have stricter names. */
export const logExtraFields: ValueType = {
  check(text, place) {
    return text === '' ? none : checkItems(text, place, withEscapes, fieldProblem)
  },
  describe: (text, cursor) =>
    describeWord(text, cursor, withEscapes, (word) => {
      const equals = word.indexOf('=')
      if (equals < 0) return undefined
      const [name, value] = [word.slice(0, equals), printable(word.slice(equals + 1))]
      return `Each message of the unit has the field \`${name}\` with \`${value}\`; \`journalctl ${name}=${value}\` finds it.`
    }),
}

/** True where a specifier may bring an `=`; names of units, users and hosts have none. */
function mayHoldEquals(text: string): boolean {
  return /%(?![ijnNpgGuUHlmbva])[A-Za-z]/.test(text.replaceAll('%%', ''))
}

type ItemProblem = (word: Word, expanded: string, place: Place) => string | undefined

function checkItems(
  text: string,
  place: Place,
  flags: ExtractFlags,
  problemOf: ItemProblem,
): readonly ValueProblem[] {
  const problems: ValueProblem[] = []
  const { words, error } = allWords(text, flags)
  for (const word of words) {
    const bad = specifierProblem(rule, text, word, place)
    const message = bad ? undefined : problemOf(word, expandName(word.text, place), place)
    if (bad) problems.push(bad)
    else if (message) problems.push({ rule, from: word.from, to: word.to, message })
  }
  if (error) problems.push(brokenProblem(text, error.at, error.error))
  return problems
}

function brokenProblem(text: string, from: number, error: 'quote' | 'escape'): ValueProblem {
  if (error === 'quote' || from + 1 >= text.length) {
    const what = error === 'quote' ? 'the quote' : 'the backslash'
    const message = `${what} in '${text.slice(from)}' has no end; systemd ignores the rest of the line`
    return { rule, from, to: text.length, message }
  }
  const word = text.slice(from, from + 1 + String.fromCodePoint(text.codePointAt(from + 1)!).length)
  return {
    rule,
    from,
    to: from + word.length,
    message: `'${word}' is no escape, so systemd ignores the rest of the line; a backslash is written '\\\\'`,
    replacements: [`\\${word}`],
    safe: true,
  }
}

function assignmentProblem({ text }: Word, expanded: string): string | undefined {
  const equals = expanded.indexOf('=')
  if (equals < 0) {
    if (mayHoldEquals(text)) return undefined
    return `'${text}' is no assignment; write NAME=VALUE, with quotes around it all if the value holds blanks`
  }
  const name = expanded.slice(0, equals)
  if (name === '') return `'${text}' assigns to no variable; write NAME=VALUE without blanks around the '='`
  if (!isVariableName(name)) return badName(text.slice(0, text.indexOf('=')))
  return isUtf8(expanded) ? undefined : `the value of '${name}' is not UTF-8`
}

function nameProblem({ text }: Word, expanded: string, { directive }: Place): string | undefined {
  if (isVariableName(expanded)) return undefined
  const equals = text.indexOf('=')
  if (directive.parser === 'pass_environ' && equals >= 0)
    return `'${directive.name}=' takes names only, and '${text}' is an assignment`
  return badName(text)
}

function badName(name: string): string {
  return `'${name}' is no name of a variable; those are made of letters, digits and '_', and begin with no digit`
}

/** A name after `env_name_is_valid()`; what is unknown in it may be right. */
function isVariableName(name: string): boolean {
  return isKnown(name)
    ? /^[A-Za-z_]\w*$/.test(name)
    : /^\w*$/.test(name.replaceAll(unknownText, '')) && !/^\d/.test(name)
}

function fieldProblem({ text }: Word, expanded: string): string | undefined {
  const equals = expanded.indexOf('=')
  if (equals < 0) return mayHoldEquals(text) ? undefined : `'${text}' is no journal field; write NAME=VALUE`
  const name = expanded.slice(0, equals)
  const spelled = isKnown(name) ? name : name.replaceAll(unknownText, '')
  const isRight = isKnown(name)
    ? /^[A-Z][A-Z\d_]{0,63}$/.test(name)
    : /^[A-Z\d_]{0,64}$/.test(spelled) && !/^[\d_]/.test(name)
  if (isRight) return undefined
  return `'${text.slice(0, text.indexOf('='))}' is no name of a journal field; those are made of capitals, digits and '_', and begin with a capital`
}

function describeWord(
  text: string,
  cursor: number,
  flags: ExtractFlags,
  say: (word: string) => string | undefined,
): ValueMeaning | undefined {
  const word = allWords(text, flags).words.find(({ from, to }) => from <= cursor && cursor <= to)
  const markdown = word && say(word.text)
  return markdown === undefined ? undefined : { from: word!.from, to: word!.to, markdown }
}

function describeAssignment(text: string, cursor: number, place: Place): ValueMeaning | undefined {
  const word = allWords(text, withEscapes).words.find(({ from, to }) => from <= cursor && cursor <= to)
  if (!word || assignmentProblem(word, expandName(word.text, place))) return undefined
  const equals = word.text.indexOf('=')
  if (equals < 0 || specifierProblem(rule, text, word, place)) return undefined
  const value = word.text.slice(equals + 1)
  const name = `\`${word.text.slice(0, equals)}\``
  const markdown =
    value === '' ? `Sets ${name} to the empty text.` : `Sets ${name} to \`${printable(value)}\`.`
  return { from: word.from, to: word.to, markdown }
}

/** A value on one line, without what would end the markdown around it. */
function printable(value: string): string {
  return value.replace(/[\n\r\t`]/g, (char) => ({ '\n': '\\n', '\r': '\\r', '\t': '\\t' })[char] ?? "'")
}
