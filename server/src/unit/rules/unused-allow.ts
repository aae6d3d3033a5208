import type { TextEdit } from '../../base/edit.ts'
import type { Span } from '../../base/span.ts'
import type { Control } from '../document.ts'
import { type UnitContext, unitRule } from './rule.ts'

export const unusedAllow = unitRule({
  id: 'unused-allow',
  kind: 'advice',
  severity: 'hint',
  docs: {
    summary: 'a comment that silences a rule which finds nothing there',
    why: 'The mistake that the comment was written for is gone, or stands elsewhere: a comment above the first section speaks of the whole file, any other of the next line only. Left there, it would hide the next mistake of its kind.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\n# unitwright: allow unknown-directive\nExecStart=/srv/web/run\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\n# unitwright: allow unknown-directive\nFutureKey=yes\n',
      },
    ],
    refs: ['[All rules](README.md)'],
  },
  on: {
    end(ctx, { document, found }) {
      for (const control of document.controls) {
        if (control.comment.kind !== 'allow') continue
        const { rules } = control.comment
        for (const { id, span } of rules) {
          // Of names that don't exist another rule speaks; a rule that is off finds nothing anywhere.
          if (id === 'unused-allow' || !ctx.ruleIds.includes(id) || ctx.settings[id] === 'off') continue
          const used = found.some((each) => each.rule === id && isWithin(each.span, control.scope))
          if (!used) reportUnused(ctx, control, id, span, rules.length)
        }
      }
    },
  },
})

function reportUnused(ctx: UnitContext, control: Control, id: string, span: Span, count: number): void {
  const { text } = ctx.document.tree
  const edit = count === 1 ? removeLine(text, control.span) : removeName(text, span)
  ctx.report(span, `'${id}' finds nothing that this comment speaks of`, {
    tag: 'unnecessary',
    fixes: [{ title: `Remove '${id}'`, safe: true, edits: [edit] }],
  })
}

function isWithin({ start }: Span, scope: Span): boolean {
  return start >= scope.start && start < scope.end
}

function removeLine(text: string, { start, end }: Span): TextEdit {
  const before = /[ \t]*$/.exec(text.slice(0, start))![0].length
  const after = /^[ \t]*(?:\r\n|\n|\r)?/.exec(text.slice(end))![0].length
  return { span: { start: start - before, end: end + after }, newText: '' }
}

/** A name goes with the comma behind it, or, as the last one, with the one before it. */
function removeName(text: string, { start, end }: Span): TextEdit {
  const after = /^[ \t]*,[ \t]*/.exec(text.slice(end))?.[0].length
  if (after !== undefined) return { span: { start, end: end + after }, newText: '' }
  const before = /[ \t]*,?[ \t]*$/.exec(text.slice(0, start))![0].length
  return { span: { start: start - before, end }, newText: '' }
}
