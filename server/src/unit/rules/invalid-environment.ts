import { man, unitRule } from './rule.ts'
import { reportValues } from './value-rule.ts'

export const invalidEnvironment = unitRule({
  id: 'invalid-environment',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary:
      'something handed to a service that systemd can’t read: a variable, credential, log field or input',
    why: 'systemd logs a warning and leaves it out, so the service starts without it. Most often blanks are the reason: `Environment=NAME=two words` holds two items, and `Environment=NAME = value` three, of which none is an assignment. Quotes go around the whole assignment, or around its value.',
    bad: [
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nEnvironment=TITLE=my web\n' },
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nEnvironment=web.port=80\n' },
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nEnvironmentFile=web.env\n' },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nEnvironment="TITLE=my web" PORT=80\n',
      },
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nEnvironmentFile=-/etc/web.env\n' },
    ],
    refs: [man('systemd.exec', 'ENVIRONMENT'), man('systemd.exec', 'CREDENTIALS')],
  },
  on: { faulty: reportValues('invalid-environment') },
})
