import { spanIn } from '../syntax/value.ts'
import { unknownText } from '../values/extract/specifiers.ts'
import { expandName } from '../values/names/expand-name.ts'
import { isSliceStem, mendSliceStem } from '../values/names/slice-name.ts'
import { isUnitName } from '../values/names/unit-name.ts'
import { man, unitRule } from './rule.ts'

export const invalidSliceName = unitRule({
  id: 'invalid-slice-name',
  kind: 'trap',
  severity: 'error',
  wants: ({ parser }) => parser === 'unit_slice',
  docs: {
    summary: 'a Slice= that no slice can have for its name',
    why: 'systemd takes the value, and then cannot start the unit, since it cannot load such a slice. The dashes in the name of a slice say what it lies in: `web-app.slice` is in `web.slice`, so no dash may be at an end or beside another.',
    bad: [{ file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nSlice=web--app.slice\n' }],
    good: [{ file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nSlice=web-app.slice\n' }],
    refs: [man('systemd.slice'), man('systemd.resource-control', 'Slice=')],
  },
  on: {
    known(ctx, known) {
      if (ctx.problems(known).length > 0) return
      const value = ctx.value(known.assignment)
      const name = expandName(value.text, { directive: known.directive, ...ctx.target })
      if (name.includes(unknownText) || !isUnitName(name) || !name.endsWith('.slice')) return
      const stem = name.slice(0, -'.slice'.length)
      if (isSliceStem(stem)) return
      const meant = mendSliceStem(stem)
      const span = spanIn(value, 0, value.text.length)
      ctx.report(
        span,
        `'${name}' can't be loaded: no dash may be at an end of a slice's name or beside another`,
        {
          fixes:
            meant === undefined || value.text !== name
              ? []
              : [
                  {
                    title: `Change to ${meant}.slice`,
                    safe: false,
                    edits: [{ span, newText: `${meant}.slice` }],
                  },
                ],
        },
      )
    },
  },
})
