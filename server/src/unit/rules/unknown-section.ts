import { allSections, findFoldedSection } from '../data/section-names.ts'
import { hasTag } from '../syntax/tree.ts'
import { guessSection, isRefusedName, renameSection } from './header-name.ts'
import { man, unitRule } from './rule.ts'

export const unknownSection = unitRule({
  id: 'unknown-section',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary: 'a section that no unit type has',
    why: 'systemd logs `Unknown section` and skips every line up to the next header, so none of its settings apply. Sections of your own begin with `X-` and are left alone.',
    bad: [{ file: 'web.service', text: '[Unit]\nDescription=Web\n\n[Servcie]\nExecStart=/srv/web/run\n' }],
    good: [{ file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\n\n[X-Deploy]\nRevision=42\n' }],
    refs: [man('systemd.unit'), man('systemd.syntax')],
  },
  on: {
    header(ctx, header) {
      const { name, nameSpan, content, problem } = header
      if (problem || isRefusedName(header, ctx.target.version)) return
      if (name.startsWith('X-') || hasTag(ctx.document.tree, nameSpan)) return
      if (name === '') {
        ctx.report(content, 'a section header needs a name; the lines below it are skipped')
        return
      }
      if (allSections.includes(name) || findFoldedSection(name)) return
      const guess = guessSection(ctx, name)
      ctx.report(
        nameSpan,
        `unknown section '[${name}]' is skipped with all its lines${guess ? `; did you mean '[${guess}]'?` : ''}`,
        renameSection(ctx, header, guess),
      )
    },
  },
})
