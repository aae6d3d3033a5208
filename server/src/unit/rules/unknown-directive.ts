import { nearest } from '../../base/nearest.ts'
import { directivesOf, findFoldedDirective, sectionsWith, statusAt } from '../data/directives.ts'
import { man, unitRule } from './rule.ts'

export const unknownDirective = unitRule({
  id: 'unknown-directive',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary: 'a directive that no version of systemd has',
    why: 'systemd logs `Unknown key` and ignores the line, so a misspelt `Restrat=always` leaves the service without restarts. Keys of your own begin with `X-` and are left alone.',
    bad: [{ file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nRestrat=always\n' }],
    good: [{ file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nRestart=always\nX-Owner=web team\n' }],
    refs: [man('systemd.directives'), man('systemd.syntax')],
  },
  on: {
    stray(ctx, { assignment, section }) {
      const { key, keySpan } = assignment
      if (key === '' || findFoldedDirective(section.name, key) || sectionsWith(key).length > 0) return
      const candidates = directivesOf(section.name).filter((each) => statusAt(each, ctx.target.version) === 'known' && !each.legacy)
      const guess = nearest(
        key,
        candidates.map((each) => each.name),
      )
      ctx.report(
        keySpan,
        `unknown directive '${key}=' in [${section.name}]${guess ? `; did you mean '${guess}='?` : ', which is ignored'}`,
        guess
          ? { fixes: [{ title: `Change to ${guess}=`, safe: true, edits: [{ span: keySpan, newText: guess }] }] }
          : {},
      )
    },
  },
})
