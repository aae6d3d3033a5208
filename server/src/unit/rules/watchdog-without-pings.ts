import { serverOf } from '../servers.ts'
import { commandsOf } from './commands-of.ts'
import { man, unitRule } from './rule.ts'

export const watchdogWithoutPings = unitRule({
  id: 'watchdog-without-pings',
  kind: 'trap',
  severity: 'error',
  wants: ({ name }) => name === 'ExecStart',
  docs: {
    summary: '`WatchdogSec=` for a server that sends no pings',
    why: 'The program must send `WATCHDOG=1` often enough, or systemd aborts it. Puma and Sidekiq do; Gunicorn and Unicorn do not, so the service is killed each time the span is over.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nType=notify\nWatchdogSec=30\nExecStart=/srv/web/venv/bin/gunicorn web.wsgi\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nType=notify\nWatchdogSec=30\nExecStart=/usr/bin/bundle exec puma\n',
      },
    ],
    refs: [man('systemd.service', 'WatchdogSec=')],
  },
  on: {
    command(ctx, known) {
      const watchdog = ctx.effective.last('Service', 'WatchdogSec')
      if (!watchdog || /^(?:0|infinity)\w*$/.test(ctx.value(watchdog.assignment).text)) return
      const command = commandsOf(ctx, known)?.commands.at(-1)
      const server = command && serverOf(command)?.server
      if (server !== 'gunicorn' && server !== 'unicorn') return
      const { start, end } = watchdog.assignment
      ctx.report(
        { start: watchdog.assignment.keySpan.start, end: watchdog.assignment.valueSpan.end },
        `${server} sends no watchdog pings; systemd kills it whenever this time is over`,
        {
          fixes: [
            { title: 'Remove WatchdogSec=', safe: false, edits: [{ span: { start, end }, newText: '' }] },
          ],
        },
      )
    },
  },
})
