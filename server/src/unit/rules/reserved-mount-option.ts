import { spanIn } from '../syntax/value.ts'
import { man, unitRule } from './rule.ts'

/** Options that systemd itself hands to the kernel when it sets up an automount. */
const reserved: ReadonlySet<string> = new Set(['fd', 'pgrp', 'minproto', 'maxproto', 'direct', 'indirect'])

export const reservedMountOption = unitRule({
  id: 'reserved-mount-option',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'an option of an automount that systemd sets itself',
    why: '`ExtraOptions=` goes to the kernel together with the options by which systemd and the kernel talk about the automount: `fd`, `pgrp`, `minproto`, `maxproto`, `direct` and `indirect`. With one of these in it systemd refuses to load the unit.',
    bad: [
      {
        file: 'srv-data.automount',
        text: '[Automount]\nWhere=/srv/data\nExtraOptions=strictexpire,direct\n',
      },
    ],
    good: [{ file: 'srv-data.automount', text: '[Automount]\nWhere=/srv/data\nExtraOptions=strictexpire\n' }],
    refs: [man('systemd.automount', 'ExtraOptions=')],
  },
  on: {
    file(ctx, { identity }) {
      if (identity.type !== 'automount') return
      const known = ctx.effective.last('Automount', 'ExtraOptions')
      if (!known) return
      const value = ctx.value(known.assignment)
      for (const { 0: option, index } of value.text.matchAll(/[^,]+/g)) {
        const name = option.split('=', 1)[0]!
        if (!reserved.has(name)) continue
        ctx.report(
          spanIn(value, index, index + option.length),
          `the option '${name}' is systemd's own for automounts; systemd refuses the unit with it in 'ExtraOptions='`,
        )
      }
    },
  },
})
