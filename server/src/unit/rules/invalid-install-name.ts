import { man, unitRule } from './rule.ts'
import { reportValues } from './value-rule.ts'

export const invalidInstallName = unitRule({
  id: 'invalid-install-name',
  // systemd-analyze does not look at [Install]; 'systemctl enable' does.
  kind: 'trap',
  severity: 'warning',
  docs: {
    summary: 'a name in [Install] that `systemctl enable` refuses',
    why: 'The manager does not read [Install], so neither a start nor `systemd-analyze verify` says anything; `systemctl enable` fails then. `WantedBy=multi-user` lacks its `.target`; an alias ends in the same type as the unit, and has an `@` where the unit has one.',
    bad: [
      { file: 'web.service', text: '[Install]\nWantedBy=multi-user\n' },
      { file: 'web.service', text: '[Install]\nAlias=www.target\n' },
      { file: 'web.service', text: '[Install]\nWantedBy=multi-user.target\nDefaultInstance=1\n' },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Install]\nWantedBy=multi-user.target\nAlias=www.service\nAlso=web.socket\n',
      },
      { file: 'web@.service', text: '[Install]\nWantedBy=multi-user.target\nDefaultInstance=1\n' },
    ],
    refs: [man('systemd.unit', 'WantedBy='), man('systemd.unit', 'Alias=')],
  },
  on: { faulty: reportValues('invalid-install-name') },
})
