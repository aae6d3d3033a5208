import { man, unitRule } from './rule.ts'
import { reportValues } from './value-rule.ts'

export const legacyPath = unitRule({
  id: 'legacy-path',
  kind: 'verdict',
  severity: 'information',
  docs: {
    summary: 'a path below /var/run, which is only a link to /run today',
    why: 'systemd reads the path as the one below `/run` and remarks on it at every load. Debian releases with 252 and 254 keep the remark to themselves for units outside `/etc`.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nType=forking\nExecStart=/srv/web/run\nPIDFile=/var/run/web.pid\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nType=forking\nExecStart=/srv/web/run\nPIDFile=/run/web.pid\n',
      },
    ],
    refs: [man('systemd.service', 'PIDFile=')],
  },
  on: { faulty: reportValues('legacy-path') },
})
