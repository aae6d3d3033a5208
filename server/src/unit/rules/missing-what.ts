import { headerOf } from './own-section.ts'
import { man, unitRule } from './rule.ts'

/** The root directory is mounted before systemd reads any file, and needs none to say what it is. */
const root = '-.mount'

export const missingWhat = unitRule({
  id: 'missing-what',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'a mount that does not say what to mount',
    why: '`What=` names the device, image, share or, for file systems in memory, any word such as `tmpfs`. Without it systemd refuses to load the unit.',
    bad: [{ file: 'srv-data.mount', text: '[Mount]\nWhere=/srv/data\nType=ext4\n' }],
    good: [{ file: 'srv-data.mount', text: '[Mount]\nWhat=/dev/vdb1\nWhere=/srv/data\nType=ext4\n' }],
    refs: [man('systemd.mount', 'What=')],
  },
  on: {
    file(ctx, { identity }) {
      if (identity.type !== 'mount' || identity.name === root || !ctx.effective.lacks('Mount', 'What')) return
      ctx.report(
        headerOf(ctx, 'Mount'),
        "the mount has no 'What=', so there is nothing to mount and systemd refuses it",
      )
    },
  },
})
