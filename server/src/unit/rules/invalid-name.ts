import { man, unitRule } from './rule.ts'
import { reportValues } from './value-rule.ts'

export const invalidName = unitRule({
  id: 'invalid-name',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary:
      'a name that cannot be one: of a user, a bus name, a journal namespace, an address of documentation',
    why: 'A user or group that cannot be one keeps the whole unit from loading; what the other directives cannot use is left out with a warning. Whether a user exists is not asked, neither here nor by systemd before it starts the unit.',
    bad: [
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nUser=web:web\n' },
      { file: 'web.service', text: '[Unit]\nDocumentation=www.example.org\n' },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Unit]\nDocumentation=https://www.example.org man:web(8)\n[Service]\nExecStart=/srv/web/run\nUser=web\nGroup=web\n',
      },
    ],
    refs: [
      man('systemd.exec', 'User='),
      man('systemd.unit', 'Documentation='),
      man('systemd.service', 'BusName='),
    ],
  },
  on: { faulty: reportValues('invalid-name') },
})
