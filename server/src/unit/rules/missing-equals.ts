import { findDirective } from '../data/directives.ts'
import { itemAt } from '../syntax/tree.ts'
import { man, unitRule } from './rule.ts'

export const missingEquals = unitRule({
  id: 'missing-equals',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary: 'a line that is neither a header, a comment nor an assignment',
    why: "systemd logs `Missing '='` and ignores the line. Usually the line above lacks its continuation backslash, or has a blank behind it.",
    bad: [{ file: 'web.service', text: '[Service]\nExecStart=/srv/web/run --port 3000\n  --threads 5\n' }],
    good: [{ file: 'web.service', text: '[Service]\nExecStart=/srv/web/run --port 3000 \\\n  --threads 5\n' }],
    refs: [man('systemd.syntax')],
  },
  on: {
    junk(ctx, { section, content, start }) {
      if (!section) return
      const { tree } = ctx.document
      const line = tree.text.slice(content.start, content.end)
      const [word = ''] = line.split(/[\s:]/, 1)
      if (findDirective(section.name, word)) {
        const end = content.start + word.length
        const filler = /^\s*:?\s*/.exec(tree.text.slice(end, content.end))?.[0] ?? ''
        ctx.report(content, `missing '=' after '${word}'; the line is ignored`, {
          fixes: [
            {
              title: `Write ${word}=`,
              safe: filler.includes(':') || line === word,
              edits: [{ span: { start: end, end: end + filler.length }, newText: '=' }],
            },
          ],
        })
        return
      }
      const above = start > 0 ? itemAt(tree, start - 1) : undefined
      const joins = above?.kind === 'assignment' && !/\\[ \t]+$/.test(tree.text.slice(above.start, above.end).trimEnd())
      ctx.report(content, `missing '=' in '${shorten(line)}'; the line is ignored`, {
        fixes:
          joins && above.kind === 'assignment'
            ? [
                {
                  title: 'Continue the line above with a backslash',
                  safe: false,
                  edits: [{ span: { start: above.valueSpan.end, end: above.valueSpan.end }, newText: ' \\' }],
                },
              ]
            : [],
      })
    },
  },
})

function shorten(line: string): string {
  return line.length > 40 ? `${line.slice(0, 37)}...` : line
}
