import { reportMismatch } from './own-name.ts'
import { man, unitRule } from './rule.ts'

export const mountNameMismatch = unitRule({
  id: 'mount-name-mismatch',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'a mount or automount whose file is not named after its Where=',
    why: "systemd finds the unit of a path by its name, so it refuses a file that goes by another one: 'Where= setting doesn't match unit name'. The name is the path with dashes for its slashes; dashes of its own become `\\x2d`. `systemd-escape --path --suffix=mount /srv/my-data` prints it.",
    bad: [
      { file: 'backup.mount', text: '[Mount]\nWhat=/dev/sdb1\nWhere=/srv/backup\n' },
      { file: 'srv-my-data.mount', text: '[Mount]\nWhat=/dev/sdb1\nWhere=/srv/my-data\n' },
    ],
    good: [
      { file: 'srv-backup.mount', text: '[Mount]\nWhat=/dev/sdb1\nWhere=/srv/backup\n' },
      { file: 'srv-my\\x2ddata.automount', text: '[Automount]\nWhere=/srv/my-data\n' },
    ],
    refs: [man('systemd.mount', 'Where='), man('systemd.automount', 'Where=')],
  },
  on: {
    file(ctx, { identity }) {
      if (identity.type === 'mount') reportMismatch(ctx, 'Mount', 'Where')
      if (identity.type === 'automount') reportMismatch(ctx, 'Automount', 'Where')
    },
  },
})
