import { allSections, sectionIsKnown, typesWithSection } from '../data/section-names.ts'
import { man, unitRule } from './rule.ts'

export const foreignSection = unitRule({
  id: 'foreign-section',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary: 'a section that belongs to another unit type',
    why: 'A unit reads `[Unit]`, `[Install]` and the one section of its own type. systemd logs `Unknown section` for any other and skips its lines: a `[Timer]` in a `.service` file starts nothing.',
    bad: [
      { file: 'backup.service', text: '[Service]\nExecStart=/srv/web/backup\n\n[Timer]\nOnCalendar=daily\n' },
    ],
    good: [
      { file: 'backup.timer', text: '[Timer]\nOnCalendar=daily\n\n[Install]\nWantedBy=timers.target\n' },
    ],
    refs: [man('systemd.unit')],
  },
  on: {
    header(ctx, { name, nameSpan, problem }) {
      const { type } = ctx.document.identity
      if (problem || !type || !allSections.includes(name) || sectionIsKnown(name, type)) return
      const owners = typesWithSection(name).map((owner) => `.${owner}`)
      ctx.report(
        nameSpan,
        `section '[${name}]' is for ${owners.join(', ')} units; a .${type} unit skips it with all its lines`,
      )
    },
  },
})
