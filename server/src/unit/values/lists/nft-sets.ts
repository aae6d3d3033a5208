import { enumValues } from '../../data/enums.ts'
import { firstWord, type Word } from '../extract/first-word.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueType } from '../value-type.ts'
import { listProblem, wordErrorProblem } from './items.ts'
import { wordAt } from './word-at.ts'

const none: readonly ValueProblem[] = []
const plain =
  /^(?:cgroup|user|group):(?:arp|bridge|inet|ip|ip6|netdev):[A-Za-z][\w/.]{0,30}:[A-Za-z][\w/.]{0,30}$/

const families = ['arp', 'bridge', 'inet', 'ip', 'ip6', 'netdev']

/** NFTSet=: `config_parse_nft_set()`, which stops at the first wrong item but keeps those before. */
export const cgroupNftSet: ValueType = {
  check(text, place) {
    if (text === '' || plain.test(text)) return none
    for (let next: number | undefined = 0; next !== undefined; ) {
      const word = firstWord(text, next, { unquote: true, retainEscape: true })
      if (!word) return none
      if ('error' in word) return [wordErrorProblem(text, word)]
      const fault = setFault(word, place)
      if (fault) {
        const message = `${fault}; '${place.directive.name}=' takes SOURCE:FAMILY:TABLE:SET, and systemd leaves out what follows`
        return [listProblem(word.from, word.to, message)]
      }
      next = word.next
    }
    return none
  },
  complete(text, cursor, place) {
    const { from, to } = wordAt(text, cursor)
    const before = text.slice(from, cursor).split(':')
    const start = cursor - before.at(-1)!.length
    const end = /^[^:]*/.exec(text.slice(cursor, to))![0].length + cursor
    const names = before.length === 1 ? sources(place) : before.length === 2 ? families : []
    return names.length === 0
      ? undefined
      : {
          from: start,
          to: end,
          items: names.map((label) => ({ label, kind: 'value', insertText: `${label}:` })),
        }
  },
  describe(text, cursor, place) {
    const { from, to } = wordAt(text, cursor)
    const word = text.slice(from, to)
    if (setFault({ text: word, from, to, next: undefined }, place) !== undefined) return undefined
    const [source, family, table, set] = word.split(':')
    const what = source === 'cgroup' ? 'control group' : source
    const markdown = `While the unit runs, the id of its ${what} is in the set \`${set}\` of the table \`${table}\` (${family}) of nftables.`
    return { from, to, markdown }
  },
}

/** The first version that takes names of more than 31 characters; 257 does not, and those between are not on record. */
const longNamesSince = 258

function sources({ directive, version }: Place): readonly string[] {
  return enumValues(directive.parser, version, directive.name)
    .map(({ name }) => name)
    .filter((name) => !families.includes(name))
}

function setFault({ text }: Word, place: Place): string | undefined {
  const parts: string[] = []
  let next: number | undefined = 0
  while (next !== undefined && parts.length < 4) {
    const part = firstWord(text, next, { separators: ':', unescape: true })
    if (!part) break
    if ('error' in part) return `'${text}' has a backslash that escapes nothing`
    parts.push(part.text)
    next = part.next
  }
  if (parts.length < 4 || next !== undefined) return `'${text}' has not four parts`
  const [source, family, table, set] = parts as [string, string, string, string]
  const known = sources(place)
  if (!known.includes(source)) return `'${source}' is no source of a set; accepted: ${known.join(', ')}`
  if (!families.includes(family)) return `'${family}' is no family; accepted: ${families.join(', ')}`
  const longest = place.version >= longNamesSince ? 255 : 31
  const odd = [table, set].find((name) => name.length > longest || !/^[A-Za-z][A-Za-z\d/\\_.]*$/.test(name))
  return odd === undefined ? undefined : `'${odd}' is no name of a table or set`
}
