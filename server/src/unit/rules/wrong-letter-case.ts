import { findFoldedDirective } from '../data/directives.ts'
import { allSections, findFoldedSection } from '../data/section-names.ts'
import { renameSection } from './header-name.ts'
import { man, unitRule } from './rule.ts'

export const wrongLetterCase = unitRule({
  id: 'wrong-letter-case',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary: 'a section or directive in the wrong letter case',
    why: 'Names of sections and directives are case-sensitive. systemd takes `execstart=` for an unknown key and ignores it, and skips `[service]` with all its lines.',
    bad: [{ file: 'web.service', text: '[Service]\nexecStart=/srv/web/run\n' }],
    good: [{ file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\n' }],
    refs: [man('systemd.syntax')],
  },
  on: {
    header(ctx, header) {
      const { name, nameSpan, problem } = header
      if (problem || allSections.includes(name)) return
      const right = findFoldedSection(name)
      if (!right) return
      ctx.report(
        nameSpan,
        `section names are case-sensitive: '[${name}]' is not '[${right}]'`,
        renameSection(ctx, header, right),
      )
    },
    stray(ctx, { assignment, section }) {
      const right = findFoldedDirective(section.name, assignment.key)
      if (!right) return
      ctx.report(
        assignment.keySpan,
        `directive names are case-sensitive: '${assignment.key}=' is not '${right.name}='`,
        {
          fixes: [
            {
              title: `Change to ${right.name}=`,
              safe: true,
              edits: [{ span: assignment.keySpan, newText: right.name }],
            },
          ],
        },
      )
    },
  },
})
