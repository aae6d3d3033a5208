import { man, unitRule } from './rule.ts'
import { reportValues } from './value-rule.ts'

export const invalidBoolean = unitRule({
  id: 'invalid-boolean',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary: 'a value that is no boolean where one is needed',
    why: 'systemd takes `1 yes y true t on` and `0 no n false f off`, in any letter case. For anything else, an empty value included, it logs that it failed to parse the value and goes on as if the line were not there.',
    bad: [
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nNoNewPrivileges=enabled\n' },
      {
        file: 'web.service',
        text: '[Service]\nType=oneshot\nExecStart=/srv/web/run\nRemainAfterExit=yes # stay up\n',
      },
    ],
    good: [{ file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nNoNewPrivileges=yes\n' }],
    refs: [man('systemd.syntax')],
  },
  on: { faulty: reportValues('invalid-boolean') },
})
