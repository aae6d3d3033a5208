import type { Span } from '../../base/span.ts'
import type { UnitTree } from '../syntax/tree.ts'
import { man, unitRule } from './rule.ts'

/** LONG_LINE_MAX in systemd's src/basic/fileio.h, in bytes. */
const limit = 1024 * 1024

export const lineTooLong = unitRule({
  id: 'line-too-long',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'a line of more than 1 MiB, counted over its continuations',
    why: 'systemd stops reading at such a line and refuses the whole file. It is a file of another kind, or a generator that ran away.',
    bad: [],
    good: [{ file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\n' }],
    refs: [man('systemd.syntax')],
  },
  on: {
    file(ctx, { tree }) {
      // A UTF-16 unit makes three bytes at most, so a file this small has no such line.
      if (tree.text.length * 3 < limit) return
      const span = firstLongLine(tree)
      if (span) ctx.report({ start: span.start, end: span.start + 1 }, 'this line is longer than 1 MiB; systemd refuses the whole file here')
    },
  },
})

function firstLongLine(tree: UnitTree): Span | undefined {
  return tree.items.find((item) => {
    if ((item.end - item.start) * 3 < limit) return false
    return new TextEncoder().encode(tree.text.slice(item.start, item.end).replace(/[\r\n\0]+$/, '')).length >= limit
  })
}
