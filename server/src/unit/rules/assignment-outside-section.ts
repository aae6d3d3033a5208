import type { Span } from '../../base/span.ts'
import { sectionsWith } from '../data/directives.ts'
import { sectionsFor } from '../data/section-names.ts'
import { lineBreakOf } from '../edit/line-break.ts'
import { hasTag } from '../syntax/tree.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

export const assignmentOutsideSection = unitRule({
  id: 'assignment-outside-section',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary: 'a line before the first section header',
    why: 'systemd logs `Assignment outside of section` and ignores the line. Often the header was lost in copying, or a byte order mark stands before a first comment, which makes it none.',
    bad: [{ file: 'web.service', text: 'ExecStart=/srv/web/run\n\n[Service]\nType=simple\n' }],
    good: [{ file: 'web.service', text: '# The web app.\n[Service]\nType=simple\nExecStart=/srv/web/run\n' }],
    refs: [man('systemd.syntax')],
  },
  on: {
    orphan(ctx, assignment) {
      const { keySpan, valueSpan, start } = assignment
      if (hasTag(ctx.document.tree, keySpan)) return
      report(ctx, { start: keySpan.start, end: valueSpan.end }, start, onlyHome(ctx, assignment.key))
    },
    junk(ctx, { section, content, start }) {
      if (!section && !hasTag(ctx.document.tree, content)) report(ctx, content, start)
    },
  },
})

/** The section of this unit type that alone has the directive. */
function onlyHome(ctx: UnitContext, key: string): string | undefined {
  const homes = sectionsFor(ctx.document.identity.type).filter((section) =>
    sectionsWith(key).includes(section),
  )
  return homes.length === 1 ? homes[0] : undefined
}

function report(ctx: UnitContext, span: Span, lineStart: number, home?: string): void {
  const { tree } = ctx.document
  const { text } = tree
  // The header may come out of a template tag above.
  if (tree.tags.length > 0 && tree.items.some(({ kind, start }) => kind === 'opaque' && start < lineStart))
    return
  const marked = text.charCodeAt(lineStart) === 0xfeff
  if (marked && /^[ \t]*[#;]/.test(text.slice(lineStart + 1, span.end))) {
    const edits = [{ span: { start: lineStart, end: lineStart + 1 }, newText: '' }]
    ctx.report(
      span,
      'systemd takes a comment behind a byte order mark for an assignment outside of a section',
      {
        fixes: [{ title: 'Remove the byte order mark', safe: true, edits }],
      },
    )
    return
  }
  const at = lineStart + (marked ? 1 : 0)
  const insertion = { span: { start: at, end: at }, newText: `[${home}]${lineBreakOf(text)}` }
  ctx.report(span, `this line is ignored, as it needs ${home ? `[${home}]` : 'a section header'} above it`, {
    fixes: home ? [{ title: `Insert [${home}] above`, safe: false, edits: [insertion] }] : [],
  })
}
