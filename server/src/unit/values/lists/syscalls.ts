import type { CompletionItem } from '../../../base/features.ts'
import { enumValues } from '../../data/enums.ts'
import { commonErrnos, errnoNames } from '../../data/errnos.ts'
import { groupsOfSyscall, syscallGroup, syscallNames, syscallsOfGroup } from '../../data/syscalls.ts'
import type { Word } from '../extract/first-word.ts'
import { readInt } from '../extract/number.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueMeaning, ValueType } from '../value-type.ts'
import { checkItems, guessItem, listProblem } from './items.ts'
import { wordAt } from './word-at.ts'

const none: readonly ValueProblem[] = []

/** SystemCallFilter=: names and groups, after `~` the ones to deny, then with an error each if wanted. */
export const syscallFilter: ValueType = {
  check: (text, place) => checkCalls(text, place, true),
  complete: (text, cursor, place) => completeCalls(text, cursor, place, text.startsWith('~')),
  describe: describeCalls,
}

/** SystemCallLog=: as above, without errors. */
export const syscallLog: ValueType = {
  check: (text, place) => checkCalls(text, place, false),
  complete: (text, cursor, place) => completeCalls(text, cursor, place, false),
  describe: describeCalls,
}

/** SystemCallErrorNumber=: `config_parse_syscall_errno()`. */
export const syscallErrno: ValueType = {
  check(text, { directive }) {
    if (text === '' || text === 'kill') return none
    const number = errnoNumber(text)
    if (number !== undefined && number !== 0) return none
    const message = `'${text}' is no error; '${directive.name}=' takes a name such as EPERM, a number from 1 to 4095, or kill`
    return [listProblem(0, text.length, message, guessItem(text, errnoNames()))]
  },
  complete: (text) => ({ from: 0, to: text.length, items: errnoItems() }),
  describe(text) {
    const markdown = describeErrno(text)
    return markdown === undefined ? undefined : { from: 0, to: text.length, markdown }
  },
}

const highestErrno = 4095

/** What `parse_errno()` reads: a name in any letter case or a number; names count as 1 here. */
function errnoNumber(text: string): number | undefined {
  if (errnoNames().has(text) || errnoNames().has(text.toUpperCase())) return 1
  const number = readInt(text)
  return typeof number === 'number' && number >= 0 && number <= highestErrno ? number : undefined
}

function checkCalls(text: string, place: Place, takesErrno: boolean): readonly ValueProblem[] {
  if (text === '') return none
  const denies = text[0] === '~'
  return checkItems(text, {}, (word) => checkCall(word, denies, takesErrno, place), denies ? 1 : 0)
}

function checkCall(word: Word, denies: boolean, takesErrno: boolean, place: Place): ValueProblem | undefined {
  const { text, from, to } = word
  const colon = takesErrno ? text.indexOf(':') : -1
  const name = colon < 0 ? text : text.slice(0, colon)
  if (colon >= 0) {
    const errno = text.slice(colon + 1)
    // Where quotes or backslashes were in the word, indices into it are not those of the value.
    const at = to - from === text.length ? from + colon : from
    if (errno !== 'kill' && errnoNumber(errno) === undefined) {
      const message = `'${errno}' is no error; a name such as EPERM, a number up to 4095 or kill may stand behind the colon`
      return listProblem(at === from ? from : at + 1, to, message)
    }
    if (!denies) {
      const message = `'${text}' can't have an error, since it is allowed; only what is denied, in a list that begins with ~, has one`
      return listProblem(at, to, message)
    }
    if (name === '') return listProblem(from, to, `'${text}' names no system call before the colon`)
  }
  if (name[0] === '@' ? isGroup(name, place.version) : syscallNames().has(name)) return undefined
  const end = to - from === text.length ? from + name.length : to
  return unknownCall(name, from, end, place)
}

function isGroup(name: string, version: number): boolean {
  return groupValues(version).some((value) => value.name === name)
}

function groupValues(version: number) {
  return enumValues('syscall_filter', version)
}

function unknownCall(name: string, from: number, to: number, { version, directive }: Place): ValueProblem {
  const groups = groupValues(version).map((group) => group.name)
  if (name.startsWith('@')) {
    const later = syscallGroup(name, Number.POSITIVE_INFINITY) !== undefined
    const message = later
      ? `the group '${name}' needs a later systemd; systemd ${version} leaves it out`
      : `there is no group '${name}' of system calls; systemd leaves it out`
    return listProblem(from, to, message, later ? {} : guessItem(name, groups))
  }
  if (groups.includes(`@${name}`)) {
    const message = `'${name}' is a group of system calls and is written '@${name}'`
    return listProblem(from, to, message, { replacements: [`@${name}`], safe: true })
  }
  const comma = name.includes(',') ? '; items are parted by blanks, not commas' : ''
  const message = `there is no system call '${name}'; '${directive.name}=' leaves it out${comma}`
  return listProblem(from, to, message, comma ? {} : guessItem(name, syscallNames()))
}

function completeCalls(text: string, cursor: number, { version }: Place, withErrno: boolean) {
  const { from, to } = wordAt(text, cursor)
  const colon = text.slice(from, cursor).lastIndexOf(':')
  if (colon >= 0) return withErrno ? { from: from + colon + 1, to, items: errnoItems() } : undefined
  const groups = groupValues(version).map(
    ({ name }, rank): CompletionItem => ({ label: name, kind: 'value', rank }),
  )
  const calls = [...syscallNames()].map((label): CompletionItem => ({ label, kind: 'value' }))
  const end = text.slice(from, to).indexOf(':')
  return { from, to: end < 0 ? to : from + end, items: [...groups, ...calls] }
}

function errnoItems(): readonly CompletionItem[] {
  const common = Object.keys(commonErrnos)
  return [
    { label: 'kill', kind: 'value', detail: 'the call kills the process' },
    ...[...errnoNames()].map((label): CompletionItem => {
      const rank = common.indexOf(label)
      return { label, kind: 'value', ...(rank < 0 ? {} : { rank, detail: commonErrnos[label]! }) }
    }),
  ]
}

/** How many calls of a group are named; the rest are counted. */
const longestList = 60

function describeCalls(text: string, cursor: number, { version }: Place): ValueMeaning | undefined {
  const { from, to } = wordAt(text, cursor)
  const word = text.slice(from, to)
  const colon = word.indexOf(':')
  if (colon >= 0 && cursor > from + colon) {
    const markdown = describeErrno(word.slice(colon + 1))
    return markdown === undefined ? undefined : { from: from + colon + 1, to, markdown }
  }
  const name = colon < 0 ? word : word.slice(0, colon)
  const markdown = name.startsWith('@') ? describeGroup(name, version) : describeCall(name, version)
  return markdown === undefined ? undefined : { from, to: from + name.length, markdown }
}

function describeGroup(name: string, version: number): string | undefined {
  if (!isGroup(name, version)) return undefined
  if (name === '@known') return `**@known**: all ${syscallNames().size} system calls with a name`
  const members = syscallGroup(name, version) ?? []
  const calls = members.filter((member) => !member.startsWith('@'))
  const groups = members.filter((member) => member.startsWith('@'))
  const shown = calls.slice(0, longestList).map((call) => `\`${call}\``)
  const more = calls.length > shown.length ? ` and ${calls.length - shown.length} more` : ''
  const total = syscallsOfGroup(name, version).length
  return [
    `**${name}**: ${total} system calls`,
    ...(groups.length > 0 ? [`The groups ${groups.map((group) => `\`${group}\``).join(' ')}`] : []),
    ...(shown.length > 0 ? [`${groups.length > 0 ? 'And ' : ''}${shown.join(' ')}${more}`] : []),
  ].join('\n\n')
}

function describeCall(name: string, version: number): string | undefined {
  if (!syscallNames().has(name)) return undefined
  const groups = groupsOfSyscall(name, version)
  const where = groups.length > 0 ? `in ${groups.map((group) => `\`${group}\``).join(', ')}` : 'in no group'
  return `**${name}**: a system call, ${where}`
}

function describeErrno(name: string): string | undefined {
  if (name === 'kill') return '**kill**: the call kills the process'
  const phrase = commonErrnos[name.toUpperCase()]
  return phrase ? `**${name}**: ${phrase}` : undefined
}
