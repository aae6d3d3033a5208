import type { CompletionItem } from '../../../base/features.ts'
import { enumValues } from '../../data/enums.ts'
import { firstWord } from '../extract/first-word.ts'
import { readUnsigned } from '../extract/number.ts'
import { badSpecifierProblem, findBadSpecifier, isAbsoluteStart, unknownText } from '../extract/specifiers.ts'
import { expandPath, type PathFault, pathFault } from '../paths/path-fault.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueType } from '../value-type.ts'
import { describeListen } from './describe-listen.ts'
import { expandWithName } from './expand.ts'
import { byteLength, readSocketAddress } from './socket-address.ts'

const none: readonly ValueProblem[] = []

/** The common right values, which need no closer look: a port, and a path or abstract name without anything odd. */
const plainAddress = /^(?:[1-9]\d{0,3}|[1-5]\d{4}|\/run(?:\/[\w-][\w.-]{0,20}){1,4}|@[\w.-]{1,50})$/

/** ListenStream= and its kin: `config_parse_socket_listen()`. */
export const socketListen: ValueType = {
  check(text, place) {
    if (text === '') return none
    const { directive, version } = place
    const isSocket = directive.ltype === 'SOCKET_SOCKET'
    const isIp = directive.name === 'ListenStream' || directive.name === 'ListenDatagram'
    if (isIp && plainAddress.test(text)) return none
    const bad = findBadSpecifier(text, 'full', version)
    if (bad) return [{ rule: 'invalid-address', ...badSpecifierProblem(bad, place, 'full') }]
    if (directive.name === 'ListenNetlink') return checkNetlink(text, place)
    return isSocket ? checkSocket(text, place) : checkPath(text, place)
  },
  complete: (text, _cursor, place) => ({ from: 0, to: text.length, items: examples(place) }),
  describe: describeListen,
}

function checkSocket(text: string, place: Place): readonly ValueProblem[] {
  const { directive, version } = place
  const address = expandWithName(text)
  const known = address.replaceAll(unknownText, '')
  const problems: ValueProblem[] = address[0] === '/' ? [...checkVarRun(text, directive.name)] : []
  if (known !== address) {
    // Whatever the specifiers give, a path never gets shorter than what is written out.
    const isPath = isAbsoluteStart(text)
    const isUnix = address[0] === '@' || isPath === true
    const isWrong = isUnix
      ? byteLength(withoutVar(known)) > 107
      : isPath === false && /[^\w:.[\]%+-]/.test(known)
    if (!isWrong) return problems
  }
  const read = readSocketAddress(withoutVar(known), version)
  const whole = { rule: 'invalid-address', from: 0, to: text.length } as const
  if ('fault' in read) {
    const meant = read.meant?.replaceAll('%', '%%')
    const isExact = meant !== undefined && !meant.endsWith('PORT')
    const advice =
      meant === undefined
        ? `'${directive.name}=' takes a port, ADDRESS:PORT, an absolute path, @NAME or vsock:CID:PORT`
        : `write ${meant}`
    const fault = `'${text}' ${read.fault}; ${advice}`
    return [...problems, { ...whole, message: fault, ...(isExact ? { replacements: [meant] } : {}) }]
  }
  if (directive.name === 'ListenSequentialPacket' && read.kind !== 'path' && read.kind !== 'abstract') {
    const message = `'${text}' is no UNIX socket; 'ListenSequentialPacket=' takes an absolute path or @NAME`
    return [...problems, { ...whole, message }]
  }
  return problems.length > 0 ? problems : none
}

/** The first version on record that refuses paths of the kernel's own file systems; 255 and 256 are not on record. */
const refusesApiPathsSince = 257

const pathFaults: Readonly<Record<PathFault, string>> = {
  relative: 'is not absolute',
  absolute: 'is absolute',
  empty: 'is empty',
  dot: 'names nothing',
  'dot-dot': "has '..' in it",
  'long-name': 'has a part of more than 255 bytes',
  long: 'is longer than 4095 bytes',
  api: 'lies in a file system of the kernel',
  bytes: 'has characters that are no UTF-8',
}

function checkPath(text: string, { directive, version }: Place): readonly ValueProblem[] {
  const refusesApi = directive.ltype !== 'SOCKET_SPECIAL' && version >= refusesApiPathsSince
  const fault = pathFault(expandPath(text), refusesApi ? { api: 'refused' } : {})
  if (fault) {
    const message = `'${text}' ${pathFaults[fault]}; '${directive.name}=' takes an absolute path`
    return [{ rule: 'invalid-address', from: 0, to: text.length, message }]
  }
  return directive.ltype === 'SOCKET_FIFO' ? checkVarRun(text, directive.name) : none
}

const varRun = /^\/+(?:\.\/+)*var\/+(?:\.\/+)*run(?=\/|$)/

/** systemd says of a path below /var/run that it reads it as one below /run. */
function checkVarRun(text: string, name: string): readonly ValueProblem[] {
  const match = varRun.exec(text)
  if (!match) return none
  return [
    {
      rule: 'legacy-path',
      effect: 'noticed',
      from: 0,
      to: match[0].length,
      message: `'${match[0]}' is the old name of '/run'; systemd reads '${name}=' with '/run${text.slice(match[0].length)}'`,
      replacements: ['/run'],
      safe: true,
    },
  ]
}

function withoutVar(path: string): string {
  return path.replace(varRun, '/run')
}

const netlinkFamilies = (version: number) => enumValues('socket_listen', version, 'ListenNetlink')

/** Netlink: a family, by name or number, and maybe the number of a group (`socket_address_parse_netlink()`). */
function checkNetlink(text: string, { directive, version }: Place): readonly ValueProblem[] {
  const value = expandWithName(text)
  // Families and groups are made of letters, digits and dashes, whatever the specifiers give.
  if (value.includes(unknownText) && !/[^\w\s+-]/.test(value.replaceAll(unknownText, ''))) return none
  const family = firstWord(value, 0, {})
  const whole = { rule: 'invalid-address', from: 0, to: text.length } as const
  if (!family || 'error' in family) return [{ ...whole, message: `'${text}' names no netlink family` }]
  const isName = netlinkFamilies(version).some(({ name }) => name === family.text)
  const number = isName ? 0 : readUnsigned(family.text)
  if (typeof number !== 'number' || number > 2147483647) {
    const message = `'${family.text}' is no netlink family; '${directive.name}=' takes one such as route or kobject-uevent, and maybe the number of a group`
    return [{ ...whole, message }]
  }
  if (family.next === undefined || typeof readUnsigned(value.slice(family.next)) === 'number') return none
  const message = `'${value.slice(family.next)}' is no netlink group; groups have numbers`
  return [{ ...whole, message }]
}

const item = (label: string, detail: string, rank?: number): CompletionItem => ({
  label,
  kind: 'value',
  detail,
  ...(rank === undefined ? {} : { rank }),
})

function examples({ directive, version }: Place): readonly CompletionItem[] {
  switch (directive.name) {
    case 'ListenStream':
    case 'ListenDatagram': {
      const protocol = directive.name === 'ListenStream' ? 'TCP' : 'UDP'
      return [
        item('/run/%N.sock', 'a UNIX socket in the file system', 0),
        item('8080', `${protocol} port on all addresses`, 1),
        item('127.0.0.1:8080', `${protocol} port for this machine alone`, 2),
        item('[::1]:8080', `${protocol} port for this machine alone, IPv6`),
        item('@example', 'a UNIX socket in the abstract namespace'),
        item('vsock::1234', 'a port for virtual machines and their host'),
      ]
    }
    case 'ListenSequentialPacket':
      return [
        item('/run/%N.sock', 'a UNIX socket in the file system', 0),
        item('@example', 'a UNIX socket in the abstract namespace'),
      ]
    case 'ListenNetlink':
      return netlinkFamilies(version).map(({ name }) => ({ label: name, kind: 'value' }))
    case 'ListenFIFO':
      return [item('/run/%N.fifo', 'a named pipe')]
    case 'ListenSpecial':
      return [item('/dev/input/event0', 'a character device'), item('/proc/kmsg', 'a special file')]
    case 'ListenMessageQueue':
      return [item('/example', 'a POSIX message queue')]
    default:
      return [item('/run/usb-ffs/example', 'where a USB function is mounted')]
  }
}
