import { headerOf, namesReadBy } from './own-section.ts'
import { man, unitRule } from './rule.ts'

export const missingListen = unitRule({
  id: 'missing-listen',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'a socket that listens nowhere',
    why: 'A socket unit is there to listen on ports, paths or the like, and start its service on the first traffic. Without any `Listen...=` systemd refuses to load it.',
    bad: [{ file: 'web.socket', text: '[Socket]\nSocketMode=0660\n' }],
    good: [{ file: 'web.socket', text: '[Socket]\nListenStream=8080\n' }],
    refs: [man('systemd.socket', 'ListenStream=')],
  },
  on: {
    file(ctx, { identity }) {
      if (identity.type !== 'socket') return
      if (!ctx.effective.lacks('Socket', ...namesReadBy('socket_listen', 'Socket', ctx.target.version)))
        return
      ctx.report(
        headerOf(ctx, 'Socket'),
        "the socket has no 'ListenStream=' or other 'Listen...=', so it listens nowhere and systemd refuses it",
      )
    },
  },
})
