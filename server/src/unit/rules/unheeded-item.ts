import { spanIn } from '../syntax/value.ts'
import { mayHaveUnheededItems, unheededItems } from '../values/lists/unheeded.ts'
import { man, unitRule } from './rule.ts'

export const unheededItem = unitRule({
  id: 'unheeded-item',
  kind: 'trap',
  severity: 'information',
  docs: {
    summary: 'a capability, secure bit or controller that systemd does not know, and leaves out silently',
    why: 'For most lists systemd warns of items that it does not know. For these it says nothing: `AmbientCapabilities=NET_BIND_SERVICE`, without the `CAP_`, gives no capability at all, and the service fails later on for a reason that no log names.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nAmbientCapabilities=NET_BIND_SERVICE\n',
      },
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nSecureBits=no-root\n' },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nAmbientCapabilities=CAP_NET_BIND_SERVICE\nSecureBits=noroot\n',
      },
    ],
    refs: [man('systemd.exec', 'CapabilityBoundingSet='), man('systemd.exec', 'SecureBits=')],
  },
  wants: mayHaveUnheededItems,
  on: {
    known(ctx, { assignment, directive }) {
      const value = ctx.value(assignment)
      const { version, manager } = ctx.target
      for (const item of unheededItems(value.text, { directive, version, manager })) {
        const span = spanIn(value, item.from, item.to)
        const fixes = (item.replacements ?? []).map((newText) => ({
          title: `Change to ${newText}`,
          safe: item.safe === true,
          edits: [{ span, newText }],
        }))
        ctx.report(span, item.message, { fixes })
      }
    },
  },
})
