import { nearest } from '../../base/nearest.ts'
import { allSections, findFoldedSection, sectionIsKnown, sectionsFor } from '../data/section-names.ts'
import { hasTag } from '../syntax/tree.ts'
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
      const { name } = header
      if (header.problem || name.startsWith('X-') || hasTag(ctx.document.tree, header.nameSpan)) return
      if (allSections.includes(name) || findFoldedSection(name) || name === '') return
      const { type } = ctx.document.identity
      const guess = nearest(name, sectionsFor(type)) ?? nearest(name, allSections)
      const fits = guess !== undefined && sectionIsKnown(guess, type)
      ctx.report(
        header.nameSpan,
        `unknown section '${name}', which is skipped with all its lines${guess ? `; did you mean '[${guess}]'?` : ''}`,
        guess && fits
          ? { fixes: [{ title: `Change to [${guess}]`, safe: true, edits: [{ span: header.nameSpan, newText: guess }] }] }
          : {},
      )
    },
  },
})
