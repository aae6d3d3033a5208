import { removeLine } from '../../unit/edit/list-item.ts'
import { man } from '../../unit/rules/rule.ts'
import { pumaVersion, unitAcrossRule } from './rule.ts'

export const notifyWithoutGem = unitAcrossRule({
  id: 'notify-without-gem',
  kind: 'trap',
  severity: 'error',
  docs: {
    summary: 'a service that waits for a message which its version of Puma never sends',
    why: 'With `Type=notify` systemd waits until the program says `READY=1`. Puma does so by itself since version 6, Puma 5.1 to 5.6 only with the gem `sd_notify`, and older ones not at all. Without the message the start hangs until `TimeoutStartSec=` is over; then systemd stops a Puma that worked. With `WatchdogSec=` it waits for further messages, whatever the type, and ends a Puma that sends none again and again. The version is the one in Gemfile.lock.',
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
    puma(ctx, { config, gems, server }) {
      const { effective, value } = ctx.unit
      const version = pumaVersion(gems)
      if (!gems || !version || version[0] >= 6 || config?.mayNotify) return
      // Plugins speak for older ones, of other gems or of the app, and so may a script that starts them.
      if ([...gems.keys()].some((gem) => /sd.?(?:notify|daemon)|systemd/.test(gem))) return
      const words = [...server.arguments, ...(server.script?.commands.map(({ program }) => program) ?? [])]
      if (words.some(({ text }) => /^--plugin|systemd-notify$/.test(text))) return
      const isOld = version[0] < 5 || version[1] < 1
      const name = `Puma ${gems.get('puma')}`
      const type = effective.last('Service', 'Type')
      const watchdog = effective.last('Service', 'WatchdogSec')
      const pings =
        watchdog && !/^(?:0|infinity)\w*$/.test(value(watchdog.assignment).text)
          ? watchdog.assignment
          : undefined
      if (type && /^notify/.test(value(type.assignment).text)) {
        const how = isOld
          ? 'never tells systemd that it is ready'
          : "tells systemd that it is ready only with the gem 'sd_notify'"
        const simple = pings ? 'write Type=simple and remove WatchdogSec=' : 'write Type=simple'
        const help = isOld ? `${simple}, or take Puma 6` : `add the gem 'sd_notify', or ${simple}`
        // A drop-in's line is not in this file.
        const isHere = pings && pings.end <= ctx.unit.document.tree.text.length
        const change = { span: type.assignment.valueSpan, newText: 'simple' }
        const edits = isHere ? [change, removeLine(pings)] : [change]
        ctx.report(
          type.assignment.valueSpan,
          `${name} ${how}, so the start hangs until it is given up; ${help}`,
          { fixes: [{ title: 'Change to simple', safe: false, edits }] },
        )
        return
      }
      if (!pings || !effective.settled('Service', 'Type')) return
      const how = isOld ? 'sends no watchdog pings' : "sends watchdog pings only with the gem 'sd_notify'"
      const help = isOld ? 'remove this line, or take Puma 6' : "add the gem 'sd_notify', or remove this line"
      ctx.report(
        { start: pings.keySpan.start, end: pings.valueSpan.end },
        `${name} ${how}, so systemd ends it whenever this time is over; ${help}`,
        { fixes: [{ title: 'Remove WatchdogSec=', safe: false, edits: [removeLine(pings)] }] },
      )
    },
  },
})
