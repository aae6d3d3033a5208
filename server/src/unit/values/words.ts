import { nearest } from '../../base/nearest.ts'
import { allValues, type EnumSet, type EnumValue, enumValues } from '../data/enums.ts'
import { readBoolean } from './boolean.ts'
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

/** The first version in which an empty value resets ProtectHostname=, which came to take an argument then. */
const protectHostnameTakesEmpty = 258

/** True where this table says all there is to say of a value, so that any other word is wrong. */
export function isClosed(set: EnumSet): boolean {
  return set.form !== 'structured' && set.others === undefined && set.unknown !== 'silent'
}

/** What is wrong with a value that is made of words from a closed set. */
export function checkWords(text: string, set: EnumSet, place: Place): readonly ValueProblem[] {
  if (text === '') return emptyIsFine(set, place) ? [] : [emptyProblem(set, place)]
  if (set.form !== 'words') return checkWord(text, 0, set, place)
  if (set.boolean && readBoolean(text) !== undefined) return []
  const start = set.invertible && text.startsWith('~') ? 1 : 0
  return [...text.slice(start).matchAll(/\S+/g)].flatMap((match) => {
    const quoted = /^(["'])(.*)\1$/.exec(match[0])
    return checkWord(quoted?.[2] ?? match[0], start + match.index + (quoted ? 1 : 0), set, place, true)
  })
}

function checkWord(text: string, at: number, set: EnumSet, place: Place, item = false): readonly ValueProblem[] {
  if (set.boolean && !item && readBoolean(text) !== undefined) return []
  if (set.numbers && /^\d+$/.test(text)) return []
  const { directive, version } = place
  const colon = set.form === 'prefix' ? text.indexOf(':') : -1
  const head = colon < 0 ? text : text.slice(0, colon)
  const folded = directive.parser === 'socket_protocol' ? head.toLowerCase() : head
  const values = enumValues(directive.parser, version, directive.name)
  const value = values.find(({ name }) => name === folded)
  const span = { from: at, to: at + text.length }
  if (value) {
    return [...argumentProblems(colon, head, set, place, span), ...remarks(value, set, place, span)]
  }
  const other = allValues(set).find(({ name }) => name === folded)
  if (other) return [{ rule: 'invalid-enum-value', ...span, message: otherVersion(other, place) }]
  const guess = nearest(head, [...values.map(({ name }) => name), ...(set.boolean ? ['yes', 'no'] : [])])
  return [
    {
      rule: 'invalid-enum-value',
      ...span,
      message: `'${text}' is not accepted by '${directive.name}='; ${acceptedList(values, set)}`,
      ...(guess ? { replacements: [guess], safe: guess.toLowerCase() === head.toLowerCase() } : {}),
    },
  ]
}

function argumentProblems(
  colon: number,
  head: string,
  set: EnumSet,
  { directive, version }: Place,
  span: { readonly from: number; readonly to: number },
): readonly ValueProblem[] {
  if (colon < 0) return []
  const takes = set.argument?.[head] !== undefined && version >= (set.argumentSince ?? 0)
  if (takes) return []
  return [
    {
      rule: 'invalid-enum-value',
      from: span.from + colon,
      to: span.to,
      message: `'${head}' of '${directive.name}=' takes no argument`,
    },
  ]
}

function remarks(
  { name }: EnumValue,
  set: EnumSet,
  { directive, version, manager }: Place,
  span: { readonly from: number; readonly to: number },
): readonly ValueProblem[] {
  const limit = set.managerOnly?.find(
    (each) =>
      each.words.includes(name) && each.only !== manager && version >= (each.from ?? 0) && version <= (each.until ?? version),
  )
  if (limit) {
    const effect = limit.replacement ? `reads it as '${limit.replacement}'` : 'ignores it'
    return [
      { rule: 'invalid-enum-value', ...span, message: `'${name}' is for the ${limit.only} manager; a ${manager} manager ${effect}` },
    ]
  }
  const alias = set.aliases?.[name]
  if (!set.remarks?.[name]) return []
  return [
    {
      rule: 'legacy-value',
      ...span,
      message: alias
        ? `'${name}' is obsolete in '${directive.name}='; systemd takes it as '${alias}'`
        : `'${name}' is strongly discouraged in '${directive.name}='`,
      ...(alias ? { replacements: [alias], safe: true } : {}),
    },
  ]
}

function otherVersion({ name, since, until }: EnumValue, { directive, version }: Place): string {
  if (since !== undefined && since > version) {
    return `'${name}' of '${directive.name}=' needs systemd ${since}; systemd ${version} ignores the line`
  }
  return `'${name}' of '${directive.name}=' was removed after systemd ${until ?? version}`
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
  const names = values.map(({ name }) => name).filter((name) => !set.remarks?.[name])
  const some = names.length > 12 ? [...names.slice(0, 12), '...'] : names
  const booleans = set.boolean && !names.includes('yes') ? ['yes', 'no'] : []
  return `accepted: ${[...booleans.filter((name) => !names.includes(name)), ...some].join(', ')}`
}
