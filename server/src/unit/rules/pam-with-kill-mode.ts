import { man, unitRule } from './rule.ts'

/** The first version on record that takes `mixed` in sockets, mounts and swaps too. */
const mixedEverywhereSince = 257

export const pamWithKillMode = unitRule({
  id: 'pam-with-kill-mode',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'a PAM session whose processes would outlive the service',
    why: 'With `PAMName=` systemd keeps a process of its own in the service, which closes the session at the end. `KillMode=process` and `KillMode=none` would leave it running, so systemd refuses to load the unit.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nUser=web\nPAMName=login\nKillMode=process\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nUser=web\nPAMName=login\nKillMode=mixed\n',
      },
    ],
    refs: [man('systemd.exec', 'PAMName='), man('systemd.kill', 'KillMode=')],
  },
  on: {
    file(ctx) {
      const { effective, target } = ctx
      for (const section of ['Service', 'Socket', 'Mount', 'Swap']) {
        if (effective.last(section, 'PAMName') === undefined) continue
        const mode = effective.text(section, 'KillMode')
        if (mode === undefined) continue
        const mixed = section === 'Service' || target.version >= mixedEverywhereSince
        const accepted = mixed ? ['mixed', 'control-group'] : ['control-group']
        if (accepted.includes(mode)) continue
        const span = effective.last(section, 'KillMode')!.assignment.valueSpan
        ctx.report(
          span,
          `'PAMName=' can't go with KillMode=${mode}, which would leave the session's process behind; systemd refuses it and accepts: ${accepted.join(', ')}`,
          {
            fixes: accepted.map((text) => ({
              title: `Change to ${text}`,
              safe: false,
              edits: [{ span, newText: text }],
            })),
          },
        )
      }
    },
  },
})
