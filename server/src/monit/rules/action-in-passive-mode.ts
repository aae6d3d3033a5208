import type { Action } from '../model/test.ts'
import { kindOf } from '../syntax/tokens.ts'
import { type MonitContext, monitManual, monitRule } from './rule.ts'

export const actionInPassiveMode = monitRule({
  id: 'action-in-passive-mode',
  kind: 'trap',
  severity: 'warning',
  reach: 'check',
  docs: {
    summary: 'a restart, start or stop in a check with `mode passive`, which monit never does',
    why: 'In passive mode monit looks and tells, and leaves the service alone: an action `restart`, `start` or `stop` sends its alert and is then dropped. `exec`, `alert` and `unmonitor` are done.',
    bad: [
      {
        file: 'monitrc',
        text: 'check process app with pidfile /run/app.pid\n  mode passive\n  if cpu > 95% for 5 cycles then restart\n',
      },
    ],
    good: [
      {
        file: 'monitrc',
        text: 'check process app with pidfile /run/app.pid\n  mode passive\n  if cpu > 95% for 5 cycles then alert\n',
      },
    ],
    refs: [monitManual('SERVICE MONITORING MODE', 'SERVICE-MONITORING-MODE')],
  },
  on: {
    service(ctx, { statements, tests }) {
      const mode = statements.findLast(({ node }) => node?.term.id === 'mode')?.node
      if (!mode || kindOf(ctx.document.tree.tokens, mode.after - 1) !== 'passive') return
      for (const { action, recovery } of tests) {
        reportIfDropped(ctx, action)
        reportIfDropped(ctx, recovery?.action)
      }
    },
  },
})

function reportIfDropped(ctx: MonitContext, action: Action | undefined): void {
  if (action?.kind !== 'restart' && action?.kind !== 'start' && action?.kind !== 'stop') return
  const { start, end } = action
  ctx.report(
    { start, end },
    `with 'mode passive' monit only sends an alert; this ${action.kind} is never done`,
    {
      fixes: [
        { title: "Change to 'alert'", safe: false, edits: [{ span: { start, end }, newText: 'alert' }] },
      ],
    },
  )
}
