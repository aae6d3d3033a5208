import { findFoldedDirective, sectionsWith } from '../data/directives.ts'
import { sectionsFor } from '../data/section-names.ts'
import { hasBlocks, moveToSection } from '../edit/move.ts'
import { man, unitRule } from './rule.ts'

export const misplacedDirective = unitRule({
  id: 'misplaced-directive',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary: 'a directive in a section that does not have it',
    why: 'The same key means something in one section and nothing in another. systemd logs `Unknown key` and ignores the line: `WantedBy=` in `[Unit]` enables nothing, `After=` in `[Service]` orders nothing.',
    bad: [{ file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nWantedBy=multi-user.target\n' }],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\n\n[Install]\nWantedBy=multi-user.target\n',
      },
    ],
    refs: [man('systemd.unit'), man('systemd.service'), man('systemd.directives')],
  },
  on: {
    stray(ctx, { assignment, section }) {
      if (findFoldedDirective(section.name, assignment.key)) return
      const homes = sectionsWith(assignment.key)
      if (homes.length === 0) return
      const own = sectionsFor(ctx.document.identity.type)
      const fitting = homes.filter((home) => own.includes(home))
      if (fitting.length === 0) {
        ctx.report(
          assignment.keySpan,
          `'${assignment.key}=' is a directive of ${list(homes)}, which a .${ctx.document.identity.type} unit does not have`,
        )
        return
      }
      ctx.report(
        assignment.keySpan,
        `'${assignment.key}=' belongs in ${list(fitting)}; in [${section.name}] it is ignored`,
        {
          fixes: fitting.map((home) => ({
            title: `Move to [${home}]`,
            safe: fitting.length === 1 && !hasBlocks(ctx.document.tree),
            edits: moveToSection(ctx.document.tree, assignment, home),
          })),
        },
      )
    },
  },
})

function list(sections: readonly string[]): string {
  return sections.map((name) => `[${name}]`).join(' or ')
}
