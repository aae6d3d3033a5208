import type { Span } from '../../base/span.ts'
import { itemAt } from '../syntax/tree.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

export const blankAfterBackslash = unitRule({
  id: 'blank-after-backslash',
  kind: 'trap',
  severity: 'warning',
  docs: {
    summary: 'a continuation backslash with a blank behind it',
    why: 'Only a backslash that is the very last character of a line continues it. With a blank behind, the value ends in a stray backslash and the next line is read as a line of its own, mostly to be ignored.',
    bad: [{ file: 'web.service', text: '[Service]\nExecStart=/srv/web/run \\ \n  --port 3000\n' }],
    good: [{ file: 'web.service', text: '[Service]\nExecStart=/srv/web/run \\\n  --port 3000\n' }],
    refs: [man('systemd.syntax')],
  },
  on: {
    assignment(ctx, { valueSpan, end }) {
      look(ctx, valueSpan.end, end)
    },
    junk(ctx, { content, end }) {
      look(ctx, content.end, end)
    },
  },
})

function look(ctx: UnitContext, at: number, itemEnd: number): void {
  const { text } = ctx.document.tree
  if (text[at - 1] !== '\\') return
  const blanks = /^[ \t]+/.exec(text.slice(at, itemEnd))?.[0]
  if (!blanks || slashesBefore(text, at) % 2 === 0) return
  const span = { start: at - 1, end: at + blanks.length }
  ctx.report(
    span,
    'a blank behind the backslash ends the line here; the next line is not part of the value',
    {
      fixes: [
        {
          title: 'Remove the blank behind the backslash',
          safe: continuesBelow(ctx, itemEnd),
          edits: [{ span: { start: at, end: span.end } satisfies Span, newText: '' }],
        },
      ],
    },
  )
}

function slashesBefore(text: string, at: number): number {
  let from = at
  while (text[from - 1] === '\\') from--
  return at - from
}

/** True where the line below makes no sense on its own, or is indented: it was plainly meant as a continuation. */
function continuesBelow(ctx: UnitContext, at: number): boolean {
  const { tree } = ctx.document
  if (at >= tree.text.length) return false
  const below = itemAt(tree, at)
  if (below?.kind === 'junk') return true
  return below?.kind === 'assignment' && below.keySpan.start > below.start
}
