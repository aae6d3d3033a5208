import { hasTag } from '../syntax/tree.ts'
import { readSocketAddress } from '../values/addresses/socket-address.ts'
import { man, unitRule } from './rule.ts'

/** `net.ipv4.ip_unprivileged_port_start` where nobody has changed it. */
const firstFree = 1024

export const privilegedPortInUserSocket = unitRule({
  id: 'privileged-port-in-user-socket',
  kind: 'trap',
  severity: 'warning',
  wants: ({ name }) => name === 'ListenStream' || name === 'ListenDatagram',
  docs: {
    summary: 'a socket of a user manager on a port below 1024',
    why: 'Only root may listen on ports below 1024 unless `net.ipv4.ip_unprivileged_port_start` says otherwise. A user manager (`systemctl --user`) is not root: the socket fails with `Permission denied`. A system socket unit can listen for a service that runs as any user, or a proxy such as nginx takes port 80 and 443.',
    bad: [{ file: '/home/deploy/.config/systemd/user/web.socket', text: '[Socket]\nListenStream=80\n' }],
    good: [
      { file: '/home/deploy/.config/systemd/user/web.socket', text: '[Socket]\nListenStream=8080\n' },
      { file: '/etc/systemd/system/web.socket', text: '[Socket]\nListenStream=80\n' },
    ],
    refs: [man('systemd.socket', 'ListenStream=')],
  },
  on: {
    known(ctx, { assignment }) {
      if (ctx.target.manager !== 'user') return
      const { text } = ctx.value(assignment)
      if (text === '' || text.includes('%') || hasTag(ctx.document.tree, assignment.valueSpan)) return
      const address = readSocketAddress(text, ctx.target.version)
      if ('fault' in address || (address.kind !== 'port' && address.kind !== 'ip')) return
      if (address.port >= firstFree) return
      ctx.report(
        assignment.valueSpan,
        `port ${address.port} is for root only, so the socket fails with 'Permission denied'; a user manager can listen from ${firstFree} on`,
      )
    },
  },
})
