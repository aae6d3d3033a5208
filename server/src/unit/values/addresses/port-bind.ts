import { firstWord } from '../extract/first-word.ts'
import { readUnsigned } from '../extract/number.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueType } from '../value-type.ts'

const none: readonly ValueProblem[] = []
const plainPort = /^(?:ipv[46]:)?(?:tcp:|udp:)?(?:[1-9]\d{0,3}|[1-5]\d{4}|any)$/

/** The first version that takes port 0; 254 does not, and 255 and 256 are not on record. */
const zeroSince = 255

/** SocketBindAllow=, SocketBindDeny=: `parse_socket_bind_item()` of `src/shared/parse-helpers.c`. */
export const cgroupSocketBind: ValueType = {
  check(text, place) {
    if (text === '' || plainPort.test(text)) return none
    const fault = faultOf(text, place)
    if (!fault) return none
    const message = `${fault}; '${place.directive.name}=' takes [ipv4:|ipv6:][tcp:|udp:]PORT, PORT-PORT, or any`
    return [{ rule: 'invalid-address', from: 0, to: text.length, message }]
  },
  complete: (text) => ({
    from: 0,
    to: text.length,
    items: [
      { label: 'any', kind: 'value', detail: 'every port of every protocol' },
      { label: 'tcp:443', kind: 'value', detail: 'an example: one TCP port' },
      { label: 'ipv4:udp:5000-5010', kind: 'value', detail: 'an example: a range of UDP ports, IPv4 only' },
      { label: 'ipv6', kind: 'value', detail: 'all of IPv6' },
      { label: 'tcp', kind: 'value', detail: 'all TCP ports' },
    ],
  }),
  describe(text) {
    const match = /^(?:ipv([46])(?::|$))?(?:(tcp|udp)(?::|$))?(?:(\d+)(?:-(\d+))?|any)?$/i.exec(text)
    if (!match || text === '') return undefined
    const [, ip, protocol, low, high] = match
    const kind = `${protocol ? `${protocol.toUpperCase()} ` : ''}port${high || !low ? 's' : ''}`
    const ports = low ? `${kind} ${low}${high ? ` to ${high}` : ''}` : `all ${kind}`
    const markdown = `**${text}**: ${ports}, ${ip ? `IPv${ip} only` : 'IPv4 and IPv6'}`
    return { from: 0, to: text.length, markdown }
  },
}

/** The three parts in their order; each token goes to the first of those that are left which takes it. */
const parts = ['family', 'protocol', 'ports'] as const

function faultOf(text: string, place: Place): string | undefined {
  let part = 0
  let next: number | undefined = 0
  while (next !== undefined) {
    const token = firstWord(text, next, { separators: ':', dontCoalesce: true })
    if (!token) return undefined
    if ('error' in token) return `'\\' escapes nothing at the end of '${text}'`
    if (token.text === '') return `a part of '${text}' is empty`
    next = token.next
    let fault: string | undefined = 'is left over'
    while (part < parts.length && fault !== undefined) fault = partFault(parts[part++]!, token.text, place)
    if (fault !== undefined) return `'${token.text}' ${fault}`
    if (part === parts.length) break
  }
  return next === undefined ? undefined : `nothing may follow the port in '${text}'`
}

function partFault(part: (typeof parts)[number], token: string, { version }: Place): string | undefined {
  switch (part) {
    case 'family':
      return token === 'ipv4' || token === 'ipv6' ? undefined : 'is no IP version'
    case 'protocol':
      return /^(?:tcp|udp)$/i.test(token) ? undefined : 'is no protocol'
    case 'ports':
      return token === 'any' ? undefined : portsFault(token, version)
  }
}

function portsFault(token: string, version: number): string | undefined {
  const low = firstWord(token, 0, { separators: '-', dontCoalesce: true })
  if (!low || 'error' in low) return 'is no port'
  const first = readUnsigned(low.text)
  const last = low.next === undefined ? first : readUnsigned(token.slice(low.next))
  if (typeof first !== 'number' || typeof last !== 'number') return 'is no port'
  if (first > 65535 || last > 65535) return 'is beyond the last port, 65535'
  if ((first === 0 || last === 0) && version < zeroSince)
    return `has port 0, which needs systemd ${zeroSince}`
  return last < first ? 'ends before it begins' : undefined
}
