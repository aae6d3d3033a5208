import type { Span } from '../../base/span.ts'
import { lastValue } from '../model/values.ts'
import { child } from '../syntax/tree.ts'
import { type MonitContext, monitManual, monitRule } from './rule.ts'

const session = /^(?:\/var)?\/run\/user\/([^/]+)(?:\/|$)/

export const sessionRuntimePath = monitRule({
  id: 'session-runtime-path',
  kind: 'trap',
  severity: 'information',
  reach: 'check',
  docs: {
    summary: 'a PID file or a socket in `/run/user`, which is there only while that user is logged in',
    why: 'systemd makes `/run/user/UID` when the user logs in and removes it, with all in it, when the last session ends. monit then finds the service dead and starts it, in vain. `loginctl enable-linger USER` keeps the folder, and the user’s services, from boot on; a system service keeps its PID file in `/run` itself.',
    bad: [{ file: 'monitrc', text: 'check process puma with pidfile /run/user/1000/puma.pid\n' }],
    good: [{ file: 'monitrc', text: 'check process puma with pidfile /run/puma/puma.pid\n' }],
    refs: [monitManual('Service checks', 'Service-checks')],
  },
  on: {
    service(ctx, { target }) {
      if (target?.value && target.kind !== 'matching') reportIfSession(ctx, target.value, target.value.text)
    },
    test(ctx, { test }) {
      for (const { subject, node } of test.conditions) {
        const holder = subject === 'connection' ? child(node, 'target') : undefined
        const socket = holder && child(holder, 'unixsocket')
        const path = socket && lastValue(ctx.document.tree, socket)
        if (path) reportIfSession(ctx, path, path.text)
      }
    },
  },
})

function reportIfSession(ctx: MonitContext, { start, end }: Span, path: string): void {
  const user = session.exec(path)?.[1]
  if (user === undefined) return
  ctx.report(
    { start, end },
    `this is there only while user ${user} is logged in, or after 'loginctl enable-linger'`,
  )
}
