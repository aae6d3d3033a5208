import { man, unitRule } from './rule.ts'
import { reportValues } from './value-rule.ts'

export const invalidSpecifier = unitRule({
  id: 'invalid-specifier',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary: 'a `%` in a text that begins no specifier',
    why: 'systemd expands `%` and a letter or digit. Where it knows no such specifier it ignores the line, so the description or name is not set. A percent sign is written `%%`.',
    bad: [
      {
        file: 'web.service',
        text: '[Unit]\nDescription=Web at 100%z\n\n[Service]\nExecStart=/srv/web/run\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Unit]\nDescription=Web at 100%%, on %H\n\n[Service]\nExecStart=/srv/web/run\n',
      },
    ],
    refs: [man('systemd.unit', 'SPECIFIERS')],
  },
  on: { faulty: reportValues('invalid-specifier') },
})
