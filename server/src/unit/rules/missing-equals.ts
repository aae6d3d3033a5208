import type { Fix } from '../../base/edit.ts'
import { findDirective } from '../data/directives.ts'
import { type Assignment, hasTag, itemAt, type UnitTree } from '../syntax/tree.ts'
import { man, unitRule } from './rule.ts'

export const missingEquals = unitRule({
  id: 'missing-equals',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary: 'a line that is neither a header, a comment nor an assignment',
    why: "systemd logs `Missing '='` and ignores the line. Usually the line above lacks its continuation backslash, or has a blank behind it.",
    bad: [{ file: 'web.service', text: '[Service]\nExecStart=/srv/web/run --port 3000\n  --threads 5\n' }],
    good: [
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run --port 3000 \\\n  --threads 5\n' },
    ],
    refs: [man('systemd.syntax')],
  },
  on: {
    junk(ctx, { section, content, start }) {
      const { tree } = ctx.document
      if (!section || hasTag(tree, content)) return
      const line = tree.text.slice(content.start, content.end)
      const [word = ''] = line.split(/[\s:]/, 1)
      if (findDirective(section.name, word)) {
        const end = content.start + word.length
        const filler = /^[ \t]*:?[ \t]*/.exec(line.slice(word.length))?.[0] ?? ''
        ctx.report(content, `missing '=' after '${word}'; the line is ignored`, {
          fixes: [
            {
              title: `Write ${word}=`,
              safe: filler.includes(':'),
              edits: [{ span: { start: end, end: end + filler.length }, newText: '=' }],
            },
          ],
        })
        return
      }
      const above = start > 0 ? itemAt(tree, start - 1) : undefined
      ctx.report(content, `missing '=' in '${shorten(line)}'; the line is ignored`, {
        fixes: above?.kind === 'assignment' ? continueAbove(tree, above) : [],
      })
    },
  },
})

/** Offers the backslash that the line above may lack; a blank behind one is the business of another rule. */
function continueAbove({ text }: UnitTree, { valueSpan, end }: Assignment): readonly Fix[] {
  const behind = /^[ \t]*/.exec(text.slice(valueSpan.end, end))![0].length
  if (behind > 0 && text[valueSpan.end - 1] === '\\') return []
  // The line above did continue, to an empty line.
  if (text.slice(valueSpan.end, end).includes('\\')) return []
  // Two are one that is meant as it stands; so they were written for the shell that should write the file.
  if (/(?<!\\)\\\\$/.test(text.slice(Math.max(valueSpan.start, valueSpan.end - 3), valueSpan.end))) {
    const span = { start: valueSpan.end - 1, end: valueSpan.end }
    return [
      { title: 'Continue the line above with one backslash', safe: false, edits: [{ span, newText: '' }] },
    ]
  }
  return [
    {
      title: 'Continue the line above with a backslash',
      safe: false,
      edits: [{ span: { start: valueSpan.end, end: valueSpan.end + behind }, newText: ' \\' }],
    },
  ]
}

function shorten(line: string): string {
  const flat = line.replace(/(?:\s*\\)?\s+/g, ' ')
  return flat.length > 40 ? `${flat.slice(0, 37)}...` : flat
}
