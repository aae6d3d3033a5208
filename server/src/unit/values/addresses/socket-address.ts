import { readUnsigned } from '../extract/number.ts'
import { interfaceFault } from './interface-name.ts'
import { isIpv4, isIpv6 } from './ip.ts'

/** What an address of a socket says, as far as it is right. */
export type SocketAddress =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'abstract'; readonly name: string }
  | { readonly kind: 'vsock'; readonly cid: string; readonly port: number }
  | { readonly kind: 'port'; readonly port: number }
  | { readonly kind: 'ip'; readonly address: string; readonly port: number; readonly scope?: string }

/** What is wrong with an address; reads on after it. */
export interface AddressFault {
  readonly fault: string
  /** What was plainly meant. */
  readonly meant?: string
}

/** `sizeof(sun_path)`; systemd wants room for a byte of zero at the end. */
const longestPath = 107

/** Reads the address of a socket as `socket_address_parse()` does; specifiers are expanded already. */
export function readSocketAddress(text: string, version: number): SocketAddress | AddressFault {
  if (text[0] === '/' || text[0] === '@') return readUnix(text)
  const vsock = /^vsock(-dgram|-seqpacket|-stream)?:(.*)$/s.exec(text)
  if (vsock && (!vsock[1] || version >= vsockTypesSince)) return readVsock(vsock[2]!, version)
  const port = readPort(text)
  if (typeof port === 'number') return { kind: 'port', port }
  return readIp(text) ?? { fault: port === 'range' ? portRange : 'is no address', ...guess(text) }
}

/** The first version on record with types behind `vsock`; 253 is not on record. */
const vsockTypesSince = 253

const portRange = 'is no port; ports go from 1 to 65535'

function readUnix(text: string): SocketAddress | AddressFault {
  if (text.length < 2) return { fault: 'names no socket' }
  const bytes = byteLength(text)
  if (bytes > longestPath) {
    return { fault: `is ${bytes} bytes long; the address of a UNIX socket has ${longestPath} at most` }
  }
  return text[0] === '/' ? { kind: 'path', path: text } : { kind: 'abstract', name: text.slice(1) }
}

/** The first versions that take words for a CID, and refuse the port that means any; those before are not on record. */
const cidWordsSince = 255
const anyCidSince = 258
const anyPortRefusedSince = 257
const anyPort = 4294967295

function readVsock(text: string, version: number): SocketAddress | AddressFault {
  const colon = text.indexOf(':')
  if (colon < 0) return { fault: 'lacks a port; write vsock:CID:PORT, or vsock::PORT for any CID' }
  const port = readUnsigned(text.slice(colon + 1))
  if (typeof port !== 'number' || (port === anyPort && version >= anyPortRefusedSince)) {
    return { fault: `has no port behind the last colon; write vsock:CID:PORT` }
  }
  const cid = text.slice(0, colon)
  if (cid === '' || isCid(cid, version)) return { kind: 'vsock', cid, port }
  return { fault: `has '${cid}' for a CID, which is a number` }
}

function isCid(cid: string, version: number): boolean {
  if (version >= cidWordsSince && /^(?:hypervisor|local|host)$/.test(cid)) return true
  if (version >= anyCidSince && (cid === 'any' || cid === '-1')) return true
  return typeof readUnsigned(cid) === 'number'
}

/** A port as `parse_ip_port()` reads it: from 1 to 65535, no blank in front. */
function readPort(text: string): number | 'range' | undefined {
  if (/^[ \t\n\r]/.test(text)) return undefined
  const port = readUnsigned(text)
  if (port === 'range' || (typeof port === 'number' && (port === 0 || port > 65535))) return 'range'
  return port === 'syntax' ? undefined : port
}

/** `in_addr_port_ifindex_name_from_string_auto()`; undefined where it is no address at all. */
function readIp(text: string): SocketAddress | AddressFault | undefined {
  if (text.includes('#')) return undefined
  const percent = text.indexOf('%')
  const scope = percent < 0 ? undefined : text.slice(percent + 1)
  if (scope !== undefined && interfaceFault(scope, { alternative: true, numeric: true })) {
    return { fault: `has '${scope}' behind the percent sign, which is no interface` }
  }
  const host = percent < 0 ? text : text.slice(0, percent)
  const bracketed = host[0] === '['
  const colon = host.lastIndexOf(':')
  if (!bracketed && isIpv6(host)) return { fault: 'lacks a port', meant: `[${host}]:PORT` }
  if (isIpv4(host)) return { fault: 'lacks a port', meant: `${host}:PORT` }
  if (colon < 0 || (bracketed && host[colon - 1] !== ']')) {
    return bracketed ? { fault: 'is no [ADDRESS]:PORT' } : undefined
  }
  const address = bracketed ? host.slice(1, colon - 1) : host.slice(0, colon)
  if (bracketed ? !isIpv6(address) : !isIpv4(address)) {
    return bracketed ? { fault: `has '${address}' in brackets, which is no IPv6 address` } : undefined
  }
  const port = readPort(host.slice(colon + 1))
  if (typeof port === 'number') return { kind: 'ip', address, port, ...(scope ? { scope } : {}) }
  return { fault: `has '${host.slice(colon + 1)}' for a port; ports go from 1 to 65535` }
}

/** What people write elsewhere, and how it is written here. */
function guess(text: string): { meant: string } | Record<never, never> {
  const url = /^(?:unix|local|file):(?:\/\/)?(\/.*)$/.exec(text)
  if (url) return { meant: url[1]! }
  const anyHost = /^(?:(?:tcp|udp):\/*)?(?:\*|\[\*\])?:(\d+)$/.exec(text)
  if (anyHost) return { meant: anyHost[1]! }
  const local = /^(?:(?:tcp|udp):\/*)?localhost:(\d+)$/i.exec(text)
  if (local) return { meant: `127.0.0.1:${local[1]}` }
  const schemed = /^(?:tcp|udp):\/*(.+)$/.exec(text)
  return schemed ? { meant: schemed[1]! } : {}
}

/** The length of a text in UTF-8. */
export function byteLength(text: string): number {
  return /^[\0-\x7f]*$/.test(text) ? text.length : new TextEncoder().encode(text).length
}
