import { man, unitRule } from './rule.ts'
import { flag } from './service-type.ts'

/** The first version on record that refuses it whatever Accept= says. */
const alwaysSince = 257

export const zeroMaxConnections = unitRule({
  id: 'zero-max-connections',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'a socket that may have no connection at all',
    why: '`MaxConnections=0` does not mean any number: systemd finds it too small and refuses to load the socket, before systemd 257 only with `Accept=yes`, where it counts. Without the setting it is 64.',
    bad: [{ file: 'web.socket', text: '[Socket]\nListenStream=8080\nAccept=yes\nMaxConnections=0\n' }],
    good: [{ file: 'web.socket', text: '[Socket]\nListenStream=8080\nAccept=yes\nMaxConnections=1000\n' }],
    refs: [man('systemd.socket', 'MaxConnections=')],
  },
  on: {
    file(ctx, { identity }) {
      if (identity.type !== 'socket') return
      const text = ctx.effective.text('Socket', 'MaxConnections')
      if (text === undefined || Number(text) !== 0) return
      if (ctx.target.version < alwaysSince && !flag(ctx, 'Socket', 'Accept')) return
      ctx.report(
        ctx.effective.last('Socket', 'MaxConnections')!.assignment.valueSpan,
        "'MaxConnections=' is at least 1; 0 does not mean unlimited, and systemd refuses the socket",
      )
    },
  },
})
