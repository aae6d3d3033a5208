import { man, unitRule } from './rule.ts'
import { reportValues } from './value-rule.ts'

export const legacyValue = unitRule({
  id: 'legacy-value',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary: 'a value that systemd still accepts and tells you not to use',
    why: 'systemd logs a remark at every load. `syslog` as an output is taken as `journal` since version 246; `KillMode=none` leaves processes behind that nobody supervises.',
    bad: [
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nStandardOutput=syslog\n' },
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nKillMode=none\n' },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nStandardOutput=journal\nKillMode=mixed\n',
      },
    ],
    refs: [man('systemd.exec', 'StandardOutput='), man('systemd.kill', 'KillMode=')],
  },
  on: { faulty: reportValues('legacy-value') },
})
