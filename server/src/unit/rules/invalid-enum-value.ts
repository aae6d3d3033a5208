import { man, unitRule } from './rule.ts'
import { reportValues } from './value-rule.ts'

export const invalidEnumValue = unitRule({
  id: 'invalid-enum-value',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary: 'a word that is not among those a directive accepts',
    why: 'systemd logs that it failed to parse the value and ignores the line, so the default holds: `Restart=allways` means no restart. Words are case-sensitive, and some came with later versions.',
    bad: [
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nRestart=allways\n' },
      { file: 'web.service', version: 252, text: '[Service]\nType=notify-reload\nExecStart=/srv/web/run\n' },
    ],
    good: [{ file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nRestart=always\n' }],
    refs: [man('systemd.service'), man('systemd.exec'), man('systemd.unit')],
  },
  on: { faulty: reportValues('invalid-enum-value') },
})
