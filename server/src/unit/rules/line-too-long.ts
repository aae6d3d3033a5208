import { man, unitRule } from './rule.ts'

/** LONG_LINE_MAX in systemd's src/basic/fileio.h, in bytes. */
const limit = 1024 * 1024

export const lineTooLong = unitRule({
  id: 'line-too-long',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'a line of 1 MiB or more, counted over its continuations',
    why: 'systemd stops reading at such a line and refuses the whole file. It is a file of another kind, or a generator that ran away.',
    bad: [],
    good: [{ file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\n' }],
    refs: [man('systemd.syntax')],
  },
  on: {
    file(ctx, { tree }) {
      // A UTF-16 unit makes three bytes at most, so a file this small has no such line.
      if (tree.text.length * 3 < limit) return
      const item = tree.items.find(
        ({ start, end }) => (end - start) * 3 >= limit && isTooLong(tree.text.slice(start, end)),
      )
      if (!item) return
      ctx.report(
        { start: item.start, end: item.start + 1 },
        'this line is 1 MiB or longer; systemd refuses the whole file here',
      )
    },
  },
})

/** True where a physical line is as long as the limit, or what continued lines make together is longer. */
function isTooLong(item: string): boolean {
  const lines = item.split(/[\n\r\0]+/)
  const sizes = lines.map((line) => new TextEncoder().encode(line).length)
  if (sizes.some((size) => size >= limit)) return true
  const joined = sizes.filter((_, index) => index === 0 || !/^[ \t]*[#;]/.test(lines[index]!))
  return joined.reduce((sum, size) => sum + size, 0) > limit
}
