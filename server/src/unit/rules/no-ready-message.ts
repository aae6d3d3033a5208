import { serverOf } from '../servers.ts'
import { spanIn } from '../syntax/value.ts'
import { commandsOf } from './commands-of.ts'
import { man, unitRule } from './rule.ts'

export const noReadyMessage = unitRule({
  id: 'no-ready-message',
  kind: 'trap',
  severity: 'error',
  wants: ({ name }) => name === 'ExecStart',
  docs: {
    summary: '`Type=notify` for a server that never says it is ready',
    why: 'systemd waits for `READY=1` from the program. Unicorn sends none: the start hangs until `TimeoutStartSec=` is over, and the service is killed and marked failed.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nType=notify\nExecStart=/usr/bin/bundle exec unicorn -c config/unicorn.rb\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nType=simple\nExecStart=/usr/bin/bundle exec unicorn -c config/unicorn.rb\n',
      },
    ],
    refs: [man('systemd.service', 'Type=')],
  },
  on: {
    command(ctx, known) {
      const type = ctx.effective.text('Service', 'Type')
      if (type !== 'notify' && type !== 'notify-reload') return
      const command = commandsOf(ctx, known)?.commands.at(-1)
      const server = command && serverOf(command)?.server
      if (server !== 'unicorn') return
      const { assignment } = ctx.effective.last('Service', 'Type')!
      const span = spanIn(ctx.value(assignment), 0, type.length)
      ctx.report(
        span,
        `${server} never says that it is ready; with '${type}' the start hangs until it times out`,
        {
          fixes: [{ title: 'Change to simple', safe: false, edits: [{ span, newText: 'simple' }] }],
        },
      )
    },
  },
})
