import type { Known } from '../../unit/known.ts'
import { man } from '../../unit/rules/rule.ts'
import { pumaVersion, unitAcrossRule } from './rule.ts'

export const notifyWithoutGem = unitAcrossRule({
  id: 'notify-without-gem',
  kind: 'trap',
  severity: 'error',
  docs: {
    summary: 'a service that waits for a message which its version of Puma never sends',
    why: 'With `Type=notify` systemd waits until the program says `READY=1`. Puma does so by itself since version 6, Puma 5.1 to 5.6 only with the gem `sd_notify`, and older ones not at all. Without the message the start hangs until `TimeoutStartSec=` is over; then systemd stops a Puma that worked. The version is the one in Gemfile.lock.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nType=notify\nWorkingDirectory=/srv/web\nExecStart=/srv/web/bin/puma\n',
        beside: [{ file: 'Gemfile.lock', text: 'GEM\n  specs:\n    puma (5.6.5)\n      nio4r (~> 2.0)\n' }],
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nType=notify\nWorkingDirectory=/srv/web\nExecStart=/srv/web/bin/puma\n',
        beside: [{ file: 'Gemfile.lock', text: 'GEM\n  specs:\n    puma (5.6.5)\n    sd_notify (0.1.1)\n' }],
      },
    ],
    refs: [
      man('systemd.service', 'Type='),
      '[Puma and systemd](https://github.com/puma/puma/blob/master/docs/systemd.md)',
    ],
  },
  on: {
    puma(ctx, { gems }) {
      const { unit } = ctx
      const type = unit.effective.last('Service', 'Type')
      const version = pumaVersion(gems)
      if (!type || !gems || !version || version[0] >= 6) return
      const text = unit.value(type.assignment).text
      // Plugins of other gems speak for older ones.
      if (!/^notify/.test(text) || [...gems.keys()].some((gem) => /sd.?(?:notify|daemon)|systemd/.test(gem)))
        return
      const isOld = version[0] < 5 || version[1] < 1
      const help = isOld
        ? 'write Type=simple, or take Puma 6'
        : "add the gem 'sd_notify', or write Type=simple"
      ctx.report(
        type.assignment.valueSpan,
        `Puma ${gems.get('puma')} ${isOld ? 'never tells systemd that it is ready' : "tells systemd that it is ready only with the gem 'sd_notify'"}, so the start hangs until it is given up; ${help}`,
        { fixes: [{ title: 'Change to simple', safe: false, edits: [replaced(type)] }] },
      )
    },
  },
})

function replaced({ assignment }: Known) {
  return { span: assignment.valueSpan, newText: 'simple' }
}
