import { man, unitRule } from './rule.ts'
import { reportValues } from './value-rule.ts'

export const invalidListItem = unitRule({
  id: 'invalid-list-item',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary:
      'an item of a list that systemd does not know: a system call, a controller, a device, an interface',
    why: 'systemd logs that it does not know the item and goes on without it. A filter then allows or denies less than it says: with `SystemCallFilter=~@privilged` nothing is denied at all.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nSystemCallFilter=@system-servise\n',
      },
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nSystemCallFilter=@system-service:EPERM\n',
      },
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nDeviceAllow=/dev/null rwx\n' },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nSystemCallFilter=@system-service\nSystemCallFilter=~@privileged:EPERM\n',
      },
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nDeviceAllow=/dev/null rw\n' },
    ],
    refs: [man('systemd.exec', 'SystemCallFilter='), man('systemd.resource-control', 'DeviceAllow=')],
  },
  on: { faulty: reportValues('invalid-list-item') },
})
