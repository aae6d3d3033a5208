import { man, unitRule } from './rule.ts'
import { reportValues } from './value-rule.ts'

export const invalidCommand = unitRule({
  id: 'invalid-command',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary: 'a command line that systemd can’t read',
    why: 'The first word of a command must be an absolute path or a plain name, quotes must end, and `%` begins a specifier. Where one of these is wrong systemd refuses the whole unit; with `-` in front of the program it goes on without the command. An unknown escape such as `\\d` only gets a warning and stays as it is.',
    bad: [
      { file: 'web.service', text: '[Service]\nExecStart=bin/web --port 80\n' },
      { file: 'web.service', text: '[Service]\nExecStart=/usr/bin/web --title "the web\n' },
      { file: 'web.service', text: '[Service]\nExecStart=/usr/bin/date +%F\n' },
    ],
    good: [
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/bin/web --port 80\n' },
      { file: 'web.service', text: '[Service]\nExecStart=/usr/bin/date +%%F\n' },
    ],
    refs: [man('systemd.service', 'COMMAND LINES'), man('systemd.unit', 'SPECIFIERS')],
  },
  on: { faulty: reportValues('invalid-command') },
})
