import { reportMismatch } from './own-name.ts'
import { man, unitRule } from './rule.ts'

export const swapNameMismatch = unitRule({
  id: 'swap-name-mismatch',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'a swap whose file is not named after its What=',
    why: "systemd refuses the unit: 'Value of What= and unit name do not match'. The name is the path with dashes for its slashes; dashes of its own become `\\x2d`. `systemd-escape --path --suffix=swap /dev/vg-main/swap` prints it.",
    bad: [{ file: 'swap.swap', text: '[Swap]\nWhat=/swapfile\n' }],
    good: [{ file: 'swapfile.swap', text: '[Swap]\nWhat=/swapfile\n' }],
    refs: [man('systemd.swap', 'What=')],
  },
  on: {
    file(ctx, { identity }) {
      if (identity.type !== 'swap') return
      // What is no path is a tag of a file system, such as LABEL=swap, whose path is for udev to say.
      if (ctx.effective.text('Swap', 'What')?.startsWith('/')) reportMismatch(ctx, 'Swap', 'What')
    },
  },
})
