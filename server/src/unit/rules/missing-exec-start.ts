import { appendLine } from '../edit/append.ts'
import { readBoolean } from '../values/boolean.ts'
import { headerOf } from './own-section.ts'
import { man, type UnitContext, unitRule } from './rule.ts'
import { serviceType } from './service-type.ts'

export const missingExecStart = unitRule({
  id: 'missing-exec-start',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'a service without the command that it is there to run',
    why: 'systemd refuses to load such a service: `systemctl start` says that the unit has a bad setting. Only `Type=oneshot` can do without `ExecStart=`; it then needs an `ExecStop=` and `RemainAfterExit=yes`, so that there is something to stop, or a `SuccessAction=`.',
    bad: [
      { file: 'web.service', text: '[Service]\nUser=web\n' },
      { file: 'web.service', text: '[Service]\nType=simple\nExecStop=/srv/web/stop\nRemainAfterExit=yes\n' },
      { file: 'cleanup.service', text: '[Service]\nType=oneshot\nExecStop=/srv/web/cleanup\n' },
    ],
    good: [
      { file: 'web.service', text: '[Service]\nUser=web\nExecStart=/srv/web/run\n' },
      {
        file: 'cleanup.service',
        text: '[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStop=/srv/web/cleanup\n',
      },
    ],
    refs: [man('systemd.service', 'ExecStart=')],
  },
  on: {
    file(ctx, { identity }) {
      const { effective } = ctx
      if (identity.type !== 'service' || !effective.lacks('Service', 'ExecStart')) return
      const header = headerOf(ctx, 'Service')
      const acts = hasSuccessAction(ctx)
      if (!acts && effective.lacks('Service', 'ExecStop')) {
        ctx.report(
          header,
          "the service has no 'ExecStart=', so there is nothing to run and systemd refuses it",
        )
        return
      }
      const type = serviceType(ctx)
      if (type !== undefined && type !== 'oneshot') {
        const at = effective.last('Service', 'Type')?.assignment.valueSpan ?? header
        ctx.report(
          at,
          `a service of type '${type}' needs 'ExecStart='; only Type=oneshot can do without, so systemd refuses it`,
        )
        return
      }
      if (acts || mayRemain(ctx)) return
      ctx.report(
        header,
        "without 'ExecStart=' the service is over as soon as it starts; systemd accepts that only with RemainAfterExit=yes",
        { fixes: [remain(ctx)] },
      )
    },
  },
})

/** True where SuccessAction= does something, or may. */
function hasSuccessAction({ effective }: UnitContext): boolean {
  return !effective.lacks('Unit', 'SuccessAction') && effective.text('Unit', 'SuccessAction') !== 'none'
}

function mayRemain({ effective }: UnitContext): boolean {
  const text = effective.text('Service', 'RemainAfterExit')
  if (text === undefined) return !effective.lacks('Service', 'RemainAfterExit')
  return readBoolean(text) === true
}

function remain({ document, effective }: UnitContext) {
  const set = effective.last('Service', 'RemainAfterExit')
  return {
    title: 'Set RemainAfterExit=yes',
    safe: false,
    edits: [
      set
        ? { span: set.assignment.valueSpan, newText: 'yes' }
        : appendLine(document.tree, 'Service', 'RemainAfterExit=yes'),
    ],
  }
}
