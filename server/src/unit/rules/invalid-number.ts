import { man, unitRule } from './rule.ts'
import { reportValues } from './value-rule.ts'

export const invalidNumber = unitRule({
  id: 'invalid-number',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary: 'a number, size, percentage, mode, limit or signal that systemd cannot read',
    why: 'systemd logs that it failed to parse the value and goes on as if the line were not there, so the default holds: with `MemoryMax=1GB` there is no limit, for the unit is `G`. Numbers must also be within the bounds of their directive.',
    bad: [
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nMemoryMax=1GB\n' },
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nLimitNOFILE=64K\n' },
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nCPUQuota=50\nNice=50\n' },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nMemoryMax=1G\nLimitNOFILE=65536\nCPUQuota=50%\nNice=5\n',
      },
    ],
    refs: [man('systemd.resource-control'), man('systemd.exec'), man('systemd.syntax')],
  },
  on: { faulty: reportValues('invalid-number') },
})
