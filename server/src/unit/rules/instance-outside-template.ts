import type { Span } from '../../base/span.ts'
import { spanIn } from '../syntax/value.ts'
import { emptyInstance, hasNoInstance } from './empty-instance.ts'
import { matchesInValues } from './matches-in-values.ts'
import { type Known, man, type UnitContext, unitRule } from './rule.ts'

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
      if (!hasNoInstance(identity)) return
      for (const { known, text, span } of matchesInValues(ctx, /%[%iI]/g, ['%%', '%i', '%I'])) {
        if (text !== '%%' && !isRefused(ctx, known, span)) ctx.report(span, emptyInstance(text, identity))
      }
    },
  },
})

/** True where the value's own grammar refuses what is left of it without the instance, and says so. */
function isRefused(ctx: UnitContext, known: Known, { start, end }: Span): boolean {
  const value = ctx.value(known.assignment)
  return ctx.problems(known).some(({ effect, from, to }) => {
    const problem = spanIn(value, from, to)
    return effect !== 'noticed' && problem.start <= start && end <= problem.end
  })
}
