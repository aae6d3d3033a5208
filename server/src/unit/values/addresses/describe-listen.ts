import type { Place } from '../problem.ts'
import type { ValueMeaning } from '../value-type.ts'
import { readSocketAddress } from './socket-address.ts'

/** What a listening socket is, in words. */
export function describeListen(text: string, _cursor: number, place: Place): ValueMeaning | undefined {
  const kind = kinds[place.directive.name]
  if (!kind || text === '' || /%[A-Za-z0-9]/.test(text)) return undefined
  const address = readSocketAddress(text.replaceAll('%%', '%'), place.version)
  if ('fault' in address) return undefined
  // Packets in sequence go over UNIX sockets only; systemd ignores the line.
  if (kind.ip === undefined && address.kind !== 'path' && address.kind !== 'abstract') return undefined
  const meaning = (): string => {
    switch (address.kind) {
      case 'path':
        return `a UNIX ${kind.unix} socket in the file system; \`SocketMode=\` says who may connect`
      case 'abstract':
        return `a UNIX ${kind.unix} socket in the abstract namespace, which file permissions do not guard`
      case 'vsock':
        return `port ${address.port} for virtual machines and their host, ${address.cid === '' ? 'on any CID' : `on CID ${address.cid}`}`
      case 'port':
        return `${kind.ip} port ${address.port} on all addresses; \`BindIPv6Only=\` says whether that takes in IPv4`
      case 'ip': {
        const { scope } = address
        const where = allAddresses.has(address.address) ? 'all addresses' : `\`${address.address}\``
        return `${kind.ip} port ${address.port} on ${where}${scope ? ` of the interface ${scope}` : ''}${localNote(address.address)}`
      }
    }
  }
  return { from: 0, to: text.length, markdown: `**${text}**: ${meaning()}` }
}

const kinds: Readonly<Record<string, { readonly unix: string; readonly ip?: string }>> = {
  ListenStream: { unix: 'stream', ip: 'TCP' },
  ListenDatagram: { unix: 'datagram', ip: 'UDP' },
  ListenSequentialPacket: { unix: 'sequential packet' },
}

const allAddresses = new Set(['0.0.0.0', '::'])

function localNote(address: string): string {
  return address.startsWith('127.') || address === '::1' ? ', for this machine alone' : ''
}
