import { sectionsWith } from '../data/directives.ts'
import { sectionsFor } from '../data/section-names.ts'
import type { UnitContext } from './rule.ts'
import { man, unitRule } from './rule.ts'
import type { Span } from '../../base/span.ts'

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
      const home = onlyHome(ctx, assignment.key)
      report(ctx, { start: assignment.keySpan.start, end: assignment.valueSpan.end }, home, assignment.start)
    },
    junk(ctx, { section, content, start }) {
      if (!section) report(ctx, content, undefined, start)
    },
  },
})

/** The section of this unit type that alone has the directive. */
function onlyHome(ctx: UnitContext, key: string): string | undefined {
  const homes = sectionsFor(ctx.document.identity.type).filter((section) => sectionsWith(key).includes(section))
  return homes.length === 1 ? homes[0] : undefined
}

function report(ctx: UnitContext, span: Span, home: string | undefined, lineStart: number): void {
  const { text } = ctx.document.tree
  if (text.charCodeAt(lineStart) === 0xfeff && /^[ \t]*[#;]/.test(text.slice(lineStart + 1, span.end))) {
    ctx.report(span, 'a comment behind a byte order mark is an assignment outside of a section to systemd', {
      fixes: [{ title: 'Remove the byte order mark', safe: true, edits: [{ span: { start: lineStart, end: lineStart + 1 }, newText: '' }] }],
    })
    return
  }
  const needed = home ? `a [${home}] header` : 'a section header'
  ctx.report(span, `this line stands before any section and is ignored; it needs ${needed} above it`, {
    fixes: home
      ? [{ title: `Insert [${home}] above`, safe: false, edits: [{ span: { start: lineStart, end: lineStart }, newText: `[${home}]\n` }] }]
      : [],
  })
}
