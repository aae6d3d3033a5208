import { isIpv4, isIpv6 } from '../unit/values/addresses/ip.ts'
import type { TextInput } from './template.ts'

type Validate = TextInput['validate']

/** The name of a unit, with or without its ending, without it. */
export function withoutEnding(name: string): string {
  return name.replace(/(?<=.)\.(?:service|socket|timer)$/, '')
}

/** The name of a unit without its ending: what systemd takes, less what shells and templates make something else of. */
export const unitName: Validate = (value) => {
  if (/^[A-Za-z0-9_][A-Za-z0-9:_.-]{0,199}$/.test(value)) return undefined
  return `'${value}' is no name for a unit; accepted: letters, digits and - _ . : with no - or . at the start`
}

/** The endings of units that are told apart from names with a dot in them. */
const unitEnding = /\.(service|socket|timer|automount|device|mount|path|scope|slice|swap|target)$/

/**
 * The name of a unit that is there already, with its ending or without.
 * @param pattern what the name without its ending looks like
 * @param types those of the units that it may be of
 * @param example of what is accepted
 */
export const existingUnit =
  (pattern: RegExp, types: readonly string[], example: string): Validate =>
  (value) => {
    const type = unitEnding.exec(value)?.[1]
    if (type !== undefined && !types.includes(type)) {
      return `'${value}' is a unit of another type; accepted: the name of a ${alternatives(types)}`
    }
    return pattern.test(withoutEnding(value))
      ? undefined
      : `'${value}' is no name of a ${alternatives(types)}; accepted: one such as ${example}`
  }

function alternatives(words: readonly string[]): string {
  return words.join(', ').replace(/, (?=\w+$)/, ' or ')
}

/** A name to show people. */
export const label: Validate = (value) =>
  /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]*[\p{L}\p{N}])?$/u.test(value)
    ? undefined
    : `'${value}' can't be shown in a list of services; accepted: letters, digits, blanks and - _ .`

/** An absolute path, or for a user's own unit one that begins with `~/`. */
export const pathOf =
  (manager: 'system' | 'user'): Validate =>
  (value) => {
    if (value.startsWith('~/') && manager === 'system') {
      return `'${value}' has no meaning to the system's systemd, which has no home folder; write the whole path`
    }
    return (manager === 'user' && value.startsWith('~/')) || value.startsWith('/')
      ? pathFault(value)
      : `'${value}' is no whole path; accepted: ${manager === 'user' ? 'one that begins with / or ~/' : 'one that begins with /'}`
  }

/** An absolute path alone: for programs that know no home folder. */
export const absolutePath: Validate = (value) =>
  value.startsWith('/') ? pathFault(value) : `'${value}' is no whole path; accepted: one that begins with /`

/** The same, or nothing. */
export const optional =
  (validate: Validate): Validate =>
  (value, answers) =>
    value === '' ? undefined : validate(value, answers)

/** A path that monit can be told: it knows no escape for the quotes around it. */
export const monitPath: Validate = (value, answers) => {
  const isQuotable = !(value.includes('"') && value.includes("'"))
  return isQuotable
    ? absolutePath(value, answers)
    : `'${value}' has both kinds of quotes in it; monit can't be told that`
}

/** The name of a user or group, after systemd's strict rule. */
export const account: Validate = (value) =>
  /^[A-Za-z_][A-Za-z0-9_-]{0,30}$/.test(value)
    ? undefined
    : `'${value}' is no name of a user; accepted: letters, digits, - and _, up to 31`

/** The version of a Ruby, with RVM's set of gems behind it where there is one. */
export const rubyVersion: Validate = (value, { ruby }) =>
  (ruby === 'rvm' ? /^\d[\w.-]*(?:@[\w.-]+)?$/ : /^\d[\w.-]*$/).test(value)
    ? undefined
    : `'${value}' is no version of Ruby; a number such as 3.3.0 is`

/** The name of a Rails environment. */
export const environmentName: Validate = (value) =>
  /^\w+$/.test(value) ? undefined : `'${value}' is no environment of Rails; one word such as production is`

/** Where to listen: `ADDRESS:PORT`, or the path of a Unix socket. */
export const listenAddress =
  (manager: 'system' | 'user'): Validate =>
  (value) => {
    if (value.startsWith('/')) {
      const tooLong = socketTooLong(value)
      if (tooLong !== undefined) return tooLong
      if (manager === 'system' && value.startsWith('/run/user/')) {
        return `'${value}' is in a folder that goes when its user logs out; accepted: one such as /run/NAME.sock`
      }
      return /^[\w./@+-]+[\w]$/.test(value)
        ? undefined
        : `'${value}' makes a socket that is hard to name in a proxy's configuration; accepted: letters, digits and / . _ - @ +`
    }
    const [, v4, v6, port] = /^(?:([\d.]+)|\[([\da-fA-F:]+)\]):(\d{1,5})$/.exec(value) ?? []
    const isAddress = v6 === undefined ? isIpv4(v4 ?? '') : isIpv6(v6)
    if (port === undefined || !isAddress || Number(port) < 1 || Number(port) > 65535) {
      return `'${value}' is nothing to listen on; accepted: ADDRESS:PORT such as 127.0.0.1:3000, or the whole path of a socket`
    }
    if (manager === 'user' && Number(port) < 1024) {
      return `port ${port} is for root only, and a user service is not; accepted: 1024 to 65535`
    }
    return undefined
  }

/** Where monit finds what answers on the same machine: a port, or the path of a Unix socket. */
export const portOrSocket: Validate = (value, answers) => {
  if (value.startsWith('/')) return socketTooLong(value) ?? monitPath(value, answers)
  return /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65535
    ? undefined
    : `'${value}' is no port; accepted: 1 to 65535, the whole path of a socket, or nothing for no such test`
}

/** The path of a page. */
export const pagePath: Validate = (value) =>
  /^\/[\w./~-]*$/.test(value) ? undefined : `'${value}' is no path of a page; accepted: one such as /up`

/** An amount of memory in MB, or nothing. */
export const optionalMegabytes: Validate = (value) =>
  value === '' || (/^\d{1,6}$/.test(value) && Number(value) > 0)
    ? undefined
    : `'${value}' is no amount of memory; accepted: a number of MB such as 800, or nothing for no limit`

/** A number of threads or processes, or nothing. */
export const smallCount: Validate = (value) =>
  value === '' || (/^\d{1,4}$/.test(value) && Number(value) > 0)
    ? undefined
    : `'${value}' is no number of that; accepted: 1 to 9999, or nothing`

/** A time that is not nothing and not for ever. */
export const seconds: Validate = (value) =>
  /^\d{1,5}$/.test(value) && Number(value) > 0
    ? undefined
    : `'${value}' is no number of seconds; accepted: a whole one such as 25`

/** What a Python server is told to serve: a module, and an object in it or a call that gives one. */
export const pythonObject: Validate = (value) => {
  const name = '[\\p{L}_][\\p{L}\\p{N}_]*'
  return new RegExp(`^${name}(?:\\.${name})*(?::${name}(?:\\.${name})*(?:\\([^()]*\\))?)?$`, 'u').test(value)
    ? undefined
    : `'${value}' names nothing in a module; accepted: one such as shop.wsgi:application, or shop:create_app()`
}

/** Names of Sidekiq's queues, or nothing. */
export const queueNames: Validate = (value) => {
  const wrong = value.split(/\s+/).find((name) => name !== '' && !/^[^-,][^,]*(?:,\d+)?$/.test(name))
  return wrong === undefined
    ? undefined
    : `'${wrong}' is no queue; accepted: a name, and behind a comma how often it comes first, such as critical,2`
}

function socketTooLong(path: string): string | undefined {
  // 108 bytes, with a zero at the end: `sockaddr_un`.
  return new TextEncoder().encode(path).length > 107
    ? `'${path}' is too long for a socket; accepted: up to 107 bytes`
    : undefined
}

function pathFault(value: string): string | undefined {
  if (value.split('/').includes('..')) return `'${value}' leads through '..'; write the path without`
  return new TextEncoder().encode(value).length > 1000
    ? `'${value}' is too long for a path; accepted: up to 1000 bytes`
    : undefined
}
