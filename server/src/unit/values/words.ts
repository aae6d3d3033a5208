import { nearest } from '../../base/nearest.ts'
import { allValues, type EnumSet, type EnumValue, enumValues } from '../data/enums.ts'
import { guessBoolean, readBoolean } from './boolean.ts'
import { allWords, type Word as ExtractedWord, type WordError } from './extract/first-word.ts'
import { readUnsigned } from './extract/number.ts'
import { delegationProblem, isDelegated } from './lists/controllers.ts'
import { isWatched, unwatchedMessage } from './out-of-memory.ts'
import { streamProblems } from './paths/stream-argument.ts'
import type { Place, ValueProblem } from './problem.ts'

/**
 * Parsers of one word for which an empty value resets the directive; the others refuse it. Asked of 252, 257 and 262.
 * All parsers of lists take an empty value.
 */
const takesEmpty: ReadonlySet<string> = new Set([
  'exec_io_class',
  'exec_cpu_sched_policy',
  'numa_policy',
  'exec_mount_propagation_flag',
  'cg_cpu_weight',
  'managed_oom_mode',
  'kill_mode',
  'ip_tos',
  'cpuset_partition',
  'exec_quota',
])

/** Words that count only as the whole value of a list, without quotes and `~`. Asked of 252, 257 and 262. */
const standsAlone: ReadonlySet<string> = new Set(['yes', 'no', 'none'])

/** Parsers of lists that take quotes around a word; the others see them as part of it. */
const unquotes: ReadonlySet<string> = new Set(['address_families', 'syscall_archs', 'delegate'])

/**
 * Highest numbers that 257 still took, where that was more: any policy for CPUSchedulingPolicy=, and one class too many
 * for IOSchedulingClass=. 258 was the next version on record.
 */
const limitsSince = 258
const highestBefore: Readonly<Record<string, number>> = {
  exec_cpu_sched_policy: 0x7fffffff,
  exec_io_class: 8,
}

/** The number of a scheduling policy that no kernel has; since then systemd asks the kernel for each. */
const noPolicy = 4

type Guess = Pick<ValueProblem, 'replacements' | 'safe'>

/** The first version in which an empty value resets ProtectHostname=, which came to take an argument then. */
const protectHostnameTakesEmpty = 258

/** True where this table says all there is to say of a value, so that any other word is wrong. */
export function isClosed(set: EnumSet): boolean {
  return set.form !== 'structured' && set.others === undefined && set.unknown !== 'silent'
}

/** What is wrong with a value that is made of words from a closed set. */
export function checkWords(text: string, set: EnumSet, place: Place): readonly ValueProblem[] {
  const { directive } = place
  if (directive.parser === 'delegate' && !isDelegated(directive)) return [delegationProblem(text, directive)]
  if (directive.parser === 'managed_oom_mode' && !isWatched(directive)) {
    return [{ rule: 'invalid-enum-value', from: 0, to: text.length, message: unwatchedMessage(directive) }]
  }
  if (text === '') return emptyIsFine(set, place) ? [] : [emptyProblem(set, place)]
  if (set.boolean && readBoolean(text) !== undefined) return []
  const word = { text, from: 0, to: text.length }
  if (set.form !== 'words' || standsAlone.has(text)) return checkWord(word, set, place)
  const start = set.invertible && text.startsWith('~') ? 1 : 0
  // What can't be had but by its opposite can still be taken away: DelegateNamespaces=~user.
  const refused = start === 1 ? set.refused : undefined
  const { words, error } = allWords(text, { unquote: unquotes.has(directive.parser) }, start)
  const problems = words.flatMap((each) => (refused?.includes(each.text) ? [] : checkItem(each, set, place)))
  return error ? [...problems, unreadable(text, error)] : problems
}

function unreadable(text: string, { error, from, at }: WordError): ValueProblem {
  const message =
    error === 'quote'
      ? `the quote ${text[at]} has no end; systemd ignores the line`
      : 'the backslash escapes nothing'
  return { rule: 'invalid-enum-value', from, to: text.length, message }
}

/** A word of a value without its quotes, and where it stands with them. */
type Word = Pick<ExtractedWord, 'text' | 'from' | 'to'>

function checkItem(word: Word, set: EnumSet, place: Place): readonly ValueProblem[] {
  if (!standsAlone.has(word.text)) return checkWord(word, set, place, true)
  const { text, from, to } = word
  const message = `'${text}' is accepted by '${place.directive.name}=' only as the whole value`
  return [{ rule: 'invalid-enum-value', from, to, message }]
}

function checkWord(word: Word, set: EnumSet, place: Place, item = false): readonly ValueProblem[] {
  const { text, from, to } = word
  const { directive, version } = place
  if (set.numbers && isNumberWithin(text, set.numbers, place)) return []
  const colon = set.form === 'prefix' ? text.indexOf(':') : -1
  const head = colon < 0 ? text : text.slice(0, colon)
  const name = canonical(head, set, directive.parser)
  const values = enumValues(directive.parser, version, directive.name)
  const value = values.find((each) => each.name === name)
  if (value) {
    return [...argumentProblems(colon, value, word, set, place), ...remarks(value, word, set, place)]
  }
  const later = allValues(set).find((each) => each.name === name && (each.since ?? 0) > version)
  if (later) {
    const message = `'${later.name}' of '${directive.name}=' needs systemd ${later.since}; systemd ${version} ignores the line`
    return [{ rule: 'invalid-enum-value', from, to, message }]
  }
  return [
    {
      rule: 'invalid-enum-value',
      from,
      to,
      message: `'${text}' is not accepted by '${directive.name}='; ${acceptedList(values, set)}`,
      ...guessWord(text, values, set, set.boolean && !item),
    },
  ]
}

/** Parsers whose words take paths and names of descriptors behind a colon. */
const streams: ReadonlySet<string> = new Set(['exec_input', 'exec_output'])

/** Parsers that take their words in any letter case. */
const foldsCase: ReadonlySet<string> = new Set(['socket_protocol', 'address_families'])

/** The word of the table that a head stands for: in another letter case, as another boolean, or as an alias not in it. */
function canonical(head: string, set: EnumSet, parser: string): string {
  if (foldsCase.has(parser) && head !== 'none') {
    const folded = head.toLowerCase()
    return allValues(set).find(({ name }) => name !== 'none' && name.toLowerCase() === folded)?.name ?? head
  }
  const read = set.boolean && set.form === 'prefix' ? readBoolean(head) : undefined
  if (read !== undefined) return read ? 'yes' : 'no'
  const alias = set.aliases?.[head]
  return alias === undefined || allValues(set).some(({ name }) => name === head) ? head : alias
}

/** What a refused word was meant to be; beyond doubt where only quotes, letter case or the kind of boolean are wrong. */
function guessWord(text: string, values: readonly EnumValue[], { form }: EnumSet, boolean: boolean): Guess {
  const bare = text.replace(/^(["'])(.*)\1$/, '$2')
  const colon = form === 'prefix' ? bare.indexOf(':') : -1
  const head = colon < 0 ? bare : bare.slice(0, colon)
  const names = [...values.map(({ name }) => name), ...(boolean ? ['yes', 'no'] : [])]
  const same =
    names.find((name) => name.toLowerCase() === head.toLowerCase()) ??
    (boolean ? guessBoolean(head) : undefined)
  const guess = same ?? nearest(head, names)
  return guess ? { replacements: [guess + bare.slice(head.length)], safe: same !== undefined } : {}
}

function isNumberWithin(
  text: string,
  [lowest, highest]: readonly [number, number],
  { directive, version }: Place,
): boolean {
  const number = readUnsigned(text)
  if (typeof number !== 'number' || number < lowest) return false
  if (number === noPolicy && directive.parser === 'exec_cpu_sched_policy') return version < limitsSince
  const before = version < limitsSince ? highestBefore[directive.parser] : undefined
  return number <= (before ?? highest)
}

function argumentProblems(
  colon: number,
  { name }: EnumValue,
  { text, from, to }: Word,
  set: EnumSet,
  place: Place,
): readonly ValueProblem[] {
  if (colon < 0) return []
  const { directive, version } = place
  const { argumentSince = 0 } = set
  const takes = set.argument?.[name] !== undefined
  if (takes && version >= argumentSince) {
    if (!streams.has(directive.parser)) return []
    return streamProblems(name, { text: text.slice(colon + 1), from: from + colon + 1, to }, place)
  }
  const message = takes
    ? `an argument to '${name}' of '${directive.name}=' needs systemd ${argumentSince}; systemd ${version} ignores the line`
    : `'${name}' of '${directive.name}=' takes no argument`
  return [{ rule: 'invalid-enum-value', from: from + colon, to, message }]
}

function remarks(
  { name }: EnumValue,
  { from, to }: Word,
  set: EnumSet,
  { directive, version, manager }: Place,
): readonly ValueProblem[] {
  const limit = set.managerOnly?.find(
    (each) =>
      each.words.includes(name) &&
      each.only !== manager &&
      version >= (each.from ?? 0) &&
      version <= (each.until ?? version),
  )
  if (limit) {
    const effect = limit.replacement ? `reads it as '${limit.replacement}'` : 'ignores it'
    const message = `'${name}' is for the ${limit.only} manager; a ${manager} manager ${effect}`
    return [{ rule: 'invalid-enum-value', from, to, message }]
  }
  if (!set.remarks?.[name]) return []
  const alias = set.aliases?.[name]
  const accepted = acceptedList(enumValues(directive.parser, version, directive.name), set)
  const message = alias
    ? `'${name}' is obsolete in '${directive.name}='; systemd takes it as '${alias}'`
    : `'${name}' is strongly discouraged in '${directive.name}='; ${accepted}`
  return [
    {
      rule: 'legacy-value',
      ...(set.remarks[name] === 'notice' ? { effect: 'noticed' as const } : {}),
      from,
      to,
      message,
      ...(alias ? { replacements: [alias], safe: true } : {}),
    },
  ]
}

function emptyIsFine(set: EnumSet, { directive, version }: Place): boolean {
  if (set.form === 'words') return true
  if (directive.parser === 'protect_hostname') return version >= protectHostnameTakesEmpty
  return takesEmpty.has(directive.parser)
}

function emptyProblem(set: EnumSet, { directive, version }: Place): ValueProblem {
  const values = enumValues(directive.parser, version, directive.name)
  return {
    rule: 'invalid-enum-value',
    from: 0,
    to: 0,
    message: `'${directive.name}=' can't be empty; ${acceptedList(values, set)}`,
  }
}

function acceptedList(values: readonly EnumValue[], set: EnumSet): string {
  const booleans = set.boolean ? ['yes', 'no'] : []
  const names = values
    .map(({ name }) => name)
    .filter((name) => !set.remarks?.[name] && !booleans.includes(name))
  const some = names.length > 12 ? [...names.slice(0, 12), '...'] : names
  const numbers = set.numbers ? [`${set.numbers[0]} to ${set.numbers[1]}`] : []
  return `accepted: ${[...booleans, ...some, ...numbers].join(', ')}`
}
