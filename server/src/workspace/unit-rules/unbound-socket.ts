import type { Fix } from '../../base/edit.ts'
import type { Known } from '../../unit/known.ts'
import { man } from '../../unit/rules/rule.ts'
import { readSocketAddress } from '../../unit/values/addresses/socket-address.ts'
import type { Bind } from '../rules/puma-config.ts'
import { type PumaSocket, pumaVersion, type UnitAcrossContext, unitAcrossRule } from './rule.ts'

export const unboundSocket = unitAcrossRule({
  id: 'unbound-socket',
  kind: 'trap',
  severity: 'warning',
  docs: {
    summary: 'a socket that is handed to a Puma which listens elsewhere',
    why: 'Puma takes a socket from systemd only where one of its own addresses is the same to the letter: `ListenStream=3000` is `[::]:3000`, and neither `tcp://0.0.0.0:3000` nor, up to Puma 7, `port 3000`. Where the ports are the same it finds its own taken, by the very socket, and ends with `Address already in use`. Where they are not it closes the socket, and whoever connects there waits for ever; of a socket with a path it removes the file. `--bind-to-activated-sockets` has it take what it is handed.',
    bad: [
      {
        file: 'web.socket',
        text: '[Socket]\nListenStream=3000\n',
        beside: [
          { file: 'web.service', text: '[Service]\nExecStart=/srv/web/bin/puma -b tcp://0.0.0.0:3000\n' },
        ],
      },
    ],
    good: [
      {
        file: 'web.socket',
        text: '[Socket]\nListenStream=0.0.0.0:3000\n',
        beside: [
          { file: 'web.service', text: '[Service]\nExecStart=/srv/web/bin/puma -b tcp://0.0.0.0:3000\n' },
        ],
      },
      {
        file: 'web.socket',
        text: '[Socket]\nListenStream=3000\n',
        beside: [
          {
            file: 'web.service',
            text: '[Service]\nExecStart=/srv/web/bin/puma -C config/puma.rb --bind-to-activated-sockets=only\n',
          },
        ],
      },
    ],
    refs: [
      man('systemd.socket', 'ListenStream='),
      '[Puma and systemd](https://github.com/puma/puma/blob/master/docs/systemd.md)',
    ],
  },
  on: {
    pumaSocket(ctx, puma) {
      const { effective } = ctx.unit
      // Other sockets of the service may be the ones that Puma binds, but this one is handed to it all the same.
      for (const known of effective.all('Socket', 'ListenStream')) compare(ctx, puma, known)
    },
  },
})

function compare(ctx: UnitAcrossContext, { service, binds, gems }: PumaSocket, known: Known): void {
  const { text } = ctx.unit.value(known.assignment)
  const address = text.includes('%') ? undefined : readSocketAddress(text, ctx.unit.target.version)
  if (!address || 'fault' in address) return
  const { valueSpan } = known.assignment
  if (address.kind === 'abstract') {
    ctx.report(
      valueSpan,
      `Puma never takes an abstract socket: '${service.name}' ends with an error when it is handed this one; listen on a path, such as /run/web.sock`,
      { severity: 'error' },
    )
    return
  }
  const own = ownBind(address, ctx)
  if (!own || binds.some((bind) => mayBeSame(bind, own, gems))) return
  const rival = binds.find((bind): bind is TcpBind => isInTheWay(bind, own))
  if (rival) {
    ctx.report(
      valueSpan,
      `'${service.name}' binds '${written(rival, gems)}', which to Puma is another address than '${written(own, gems)}'; it finds the port taken by this socket and ends with 'Address already in use'`,
      // Where the machine has no address of IPv6 Puma 8 too takes the one of IPv4 by itself.
      {
        severity: rival.host === undefined && usualHost(gems) === '::' ? 'warning' : 'error',
        fixes: fixes(known, rival, gems),
      },
    )
    return
  }
  const places = binds.map((bind) => (isPort(bind, gems) ? `port ${bind.port}` : `'${written(bind, gems)}'`))
  const outcome =
    own.kind === 'unix'
      ? "removes the file of this socket: whoever connects finds none, and where it may not remove it Puma ends with 'Permission denied'"
      : 'closes this socket: whoever connects to it waits for ever'
  ctx.report(valueSpan, `'${service.name}' listens on ${places.join(' and ')}, and ${outcome}`)
}

/** True for an address that is but a port, as the version of Puma is not known by which it has a host. */
function isPort(bind: Bind, gems: PumaSocket['gems']): bind is TcpBind {
  return bind.kind === 'tcp' && (bind.host ?? usualHost(gems)) === undefined
}

/** The address that Puma sees of a socket. */
function ownBind(
  address: Exclude<ReturnType<typeof readSocketAddress>, { fault: string }>,
  { unit }: UnitAcrossContext,
): Bind | undefined {
  switch (address.kind) {
    case 'path':
      // Puma follows links from its own path to the socket.
      return unit.effective.has('Socket', 'Symlinks') ? undefined : { kind: 'unix', path: address.path }
    case 'ip':
    case 'port': {
      const host = address.kind === 'ip' ? plainHost(address.address) : '::'
      // It may be of IPv6 alone then.
      if (host === '::' && unit.effective.has('Socket', 'BindIPv6Only')) return undefined
      return { kind: 'tcp', host, port: address.port }
    }
    default:
      return undefined
  }
}

/** An address of IPv6 as the kernel writes it, by which Puma knows a socket. */
function plainHost(host: string): string {
  return host.includes(':') && !host.includes('.') ? new URL(`http://[${host}]`).hostname.slice(1, -1) : host
}

/** True where a Puma may take a socket for its own address. */
function mayBeSame(bind: Bind, own: Bind, gems: PumaSocket['gems']): boolean {
  if (bind.kind === 'unix' || own.kind === 'unix') {
    return bind.kind === own.kind && isSamePath((bind as UnixBind).path, (own as UnixBind).path)
  }
  if (bind.port !== own.port) return false
  const host = bind.host ?? usualHost(gems)
  return host === undefined || host === own.host
}

type TcpBind = Extract<Bind, { kind: 'tcp' }>
type UnixBind = Extract<Bind, { kind: 'unix' }>

/** True for paths that may be one by links: a relative one, and one through the folder of the current release. */
function isSamePath(bound: string, own: string): boolean {
  const plain = (path: string) =>
    path.replace(/\/(?:shared|current|releases\/[^/]+)\//, '/').replace(/^\/var\/run\//, '/run/')
  return !bound.startsWith('/') || plain(bound) === plain(own)
}

/** The host that Puma takes by itself: since version 8 the one of IPv6, where the machine has it; undefined where the version is not known. */
function usualHost(gems: PumaSocket['gems']): string | undefined {
  const version = pumaVersion(gems)
  return version && (version[0] >= 8 ? '::' : '0.0.0.0')
}

/** True where both can't be bound at once. */
function isInTheWay(bind: Bind, own: Bind): boolean {
  if (bind.kind === 'unix' || own.kind === 'unix' || bind.port !== own.port) return false
  const hosts = [bind.host ?? '0.0.0.0', own.host ?? '::']
  if (hosts.includes('::')) return true
  if (hosts.includes('localhost')) return hosts.some((host) => host === '127.0.0.1' || host === '::1')
  return hosts.includes('0.0.0.0') && hosts.every((host) => !host.includes(':'))
}

function written(bind: Bind, gems: PumaSocket['gems']): string {
  if (bind.kind === 'unix') return `unix://${bind.path}`
  const host = bind.host ?? usualHost(gems) ?? ''
  return `tcp://${host.includes(':') ? `[${host}]` : host}:${bind.port}`
}

function fixes({ assignment }: Known, bind: Bind, gems: PumaSocket['gems']): readonly Fix[] {
  const address = written(bind, gems).replace(/^tcp:\/\//, '')
  // A name would be looked up, and is never what Puma compares with.
  if (!/^[\d[]/.test(address)) return []
  return [
    {
      title: `Change to ${address}`,
      safe: false,
      edits: [{ span: assignment.valueSpan, newText: address }],
    },
  ]
}
