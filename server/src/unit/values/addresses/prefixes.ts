import { allWords, type Word } from '../extract/first-word.ts'
import { readUnsigned } from '../extract/number.ts'
import { wordAt } from '../lists/word-at.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueType } from '../value-type.ts'
import { isIpv4, isIpv6 } from './ip.ts'

/** IPAddressAllow=, IPAddressDeny=: `config_parse_in_addr_prefixes()`, which leaves single addresses out. */
export const inAddrPrefixes: ValueType = {
  check(text, place) {
    const { words, error } = allWords(text, {})
    const problems = words.flatMap((word) => checkPrefix(word, place))
    if (!error) return problems
    return [
      ...problems,
      { ...span(error.at, text.length), message: `'\\' escapes nothing at the end of the line` },
    ]
  },
  complete(text, cursor) {
    const { from, to } = wordAt(text, cursor)
    return {
      from,
      to,
      items: [
        { label: 'any', kind: 'value', detail: 'every address', rank: 0 },
        { label: 'localhost', kind: 'value', detail: '127.0.0.0/8 and ::1/128', rank: 1 },
        { label: 'link-local', kind: 'value', detail: '169.254.0.0/16 and fe80::/64' },
        { label: 'multicast', kind: 'value', detail: '224.0.0.0/4 and ff00::/8' },
        { label: '10.0.0.0/8', kind: 'value', detail: 'an example: a private network' },
        { label: '192.168.0.0/16', kind: 'value', detail: 'an example: a private network' },
        { label: 'fd00::/8', kind: 'value', detail: 'an example: private IPv6 networks' },
      ],
    }
  },
  describe(text, cursor) {
    const { from, to } = wordAt(text, cursor)
    const markdown = describePrefix(text.slice(from, to))
    return markdown === undefined ? undefined : { from, to, markdown }
  },
}

const special: ReadonlyMap<string, string> = new Map([
  ['any', 'every address: `0.0.0.0/0` and `::/0`'],
  ['link-local', 'addresses of the local link: `169.254.0.0/16` and `fe80::/64`'],
  ['multicast', 'multicast addresses: `224.0.0.0/4` and `ff00::/8`'],
])

/** What `is_localhost()` takes for this machine. */
const localhost = /(?:^|\.)localhost(?:\.localdomain)?\.?$/i

function checkPrefix({ text, from, to }: Word, { directive }: Place): readonly ValueProblem[] {
  if (special.has(text) || localhost.test(text)) return []
  const slash = text.indexOf('/')
  const address = slash < 0 ? text : text.slice(0, slash)
  const longest = isIpv4(address) ? 32 : isIpv6(address) ? 128 : 0
  if (longest > 0) {
    if (slash < 0) return []
    const length = readUnsigned(text.slice(slash + 1))
    if (typeof length === 'number' && length <= longest) return []
    const shown = text.slice(slash + 1)
    return [
      {
        ...span(from + (to - from === text.length ? slash + 1 : 0), to),
        message:
          shown === ''
            ? `'${text}' lacks the length of its prefix; write a number from 0 to ${longest} behind the slash`
            : `'${shown}' is no length of a prefix; an ${longest === 32 ? 'IPv4' : 'IPv6'} prefix has 0 to ${longest} bits`,
      },
    ]
  }
  const without = /^(?:\[(.+)\]|([\d.]+))(?::\d+)?$/.exec(text)?.slice(1).join('') ?? ''
  const folded = text.toLowerCase()
  const guess = special.has(folded)
    ? folded
    : without !== text && (isIpv4(without) || isIpv6(without))
      ? without
      : folded === '*' || folded === 'all'
        ? 'any'
        : undefined
  return [
    {
      ...span(from, to),
      message: `'${text}' is no IP address or prefix; '${directive.name}=' takes addresses such as 10.0.0.0/8, or any, localhost, link-local, multicast`,
      ...(guess ? { replacements: [guess], safe: guess === folded } : {}),
    },
  ]
}

function describePrefix(word: string): string | undefined {
  const known = special.get(word)
  if (known) return `**${word}**: ${known}`
  const [address = '', length = ''] = word.split('/')
  const bits = isIpv4(address) ? 32 : isIpv6(address) ? 128 : 0
  if (bits === 0) {
    return localhost.test(word) ? `**${word}**: this machine, \`127.0.0.0/8\` and \`::1/128\`` : undefined
  }
  const prefix = word.includes('/') ? readUnsigned(length) : bits
  if (typeof prefix !== 'number' || prefix > bits) return undefined
  if (prefix === bits) return `**${word}**: one ${bits === 32 ? 'IPv4' : 'IPv6'} address`
  if (bits === 128) return `**${word}**: IPv6 addresses that share their first ${prefix} bits`
  const value = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
  const size = 2 ** (32 - prefix)
  const first = Math.floor(value / size) * size
  return `**${word}**: ${size.toLocaleString('en')} IPv4 addresses, ${dotted(first)} to ${dotted(first + size - 1)}`
}

function dotted(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.')
}

function span(from: number, to: number): Pick<ValueProblem, 'rule' | 'from' | 'to'> {
  return { rule: 'invalid-address', from, to }
}
