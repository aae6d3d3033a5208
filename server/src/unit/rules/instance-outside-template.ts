import { matchesInValues } from './matches-in-values.ts'
import { man, unitRule } from './rule.ts'

export const instanceOutsideTemplate = unitRule({
  id: 'instance-outside-template',
  kind: 'trap',
  severity: 'warning',
  docs: {
    summary: '`%i` or `%I` in a unit that is no template',
    why: 'The instance is what stands behind the `@` in the name of a running unit: `web@blue.service` runs from the template `web@.service` with `%i` as `blue`. In a unit without `@` in its name it is empty, and `/srv/%i/current` is `/srv//current`.',
    bad: [{ file: 'web.service', text: '[Service]\nWorkingDirectory=/srv/%i\nExecStart=/srv/web/run\n' }],
    good: [
      { file: 'web@.service', text: '[Service]\nWorkingDirectory=/srv/%i\nExecStart=/srv/web/run\n' },
      { file: 'web.service', text: '[Service]\nExecStart=/bin/date +%%I\n' },
    ],
    refs: [man('systemd.unit', 'Specifiers')],
  },
  on: {
    file(ctx, { identity }) {
      // A template of a file may be rendered under any name, and what an editor has open may have none yet.
      if (identity.dropIn || identity.template || !identity.type || identity.name.includes('@')) return
      for (const { text, span } of matchesInValues(ctx, /%[%iI]/g)) {
        if (text === '%%') continue
        const message = `'${text}' is empty in '${identity.name}', which is no template; those have an '@' before the dot`
        ctx.report(span, message)
      }
    },
  },
})
