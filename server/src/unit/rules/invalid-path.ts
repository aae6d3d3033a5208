import { man, unitRule } from './rule.ts'
import { reportValues } from './value-rule.ts'

export const invalidPath = unitRule({
  id: 'invalid-path',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary: 'a path that systemd does not take',
    why: 'Paths are absolute and have no `..` in them; `~`, `$HOME` and quotes are plain characters in most places, and folders such as `RuntimeDirectory=` are named relative to their root. systemd ignores a line with a wrong path, or the one item in a list; for `WorkingDirectory=`, `RootDirectory=` and `PIDFile=` it refuses the whole unit. It does not look at whether the path exists before the unit starts.',
    bad: [
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nWorkingDirectory=~/web\n' },
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nRuntimeDirectory=/run/web\n' },
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nStandardOutput=append:web.log\n' },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nWorkingDirectory=%h/web\nRuntimeDirectory=web\n',
      },
    ],
    refs: [
      man('systemd.exec', 'WorkingDirectory='),
      man('systemd.exec', 'RuntimeDirectory='),
      man('systemd.unit'),
    ],
  },
  on: { faulty: reportValues('invalid-path') },
})
