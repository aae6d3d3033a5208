import { hasOption, serverOf } from '../servers.ts'
import { spanIn } from '../syntax/value.ts'
import { commandsOf } from './commands-of.ts'
import { man, unitRule } from './rule.ts'

export const forkingForegroundServer = unitRule({
  id: 'forking-foreground-server',
  kind: 'trap',
  severity: 'error',
  wants: ({ name }) => name === 'ExecStart',
  docs: {
    summary: '`Type=forking` for a server that stays in the foreground',
    why: 'systemd waits for the process that it started to end, as daemons of old did. Puma (since 5), Sidekiq (since 6) and Node never do: the start hangs until `TimeoutStartSec=` is over, and the service is killed and marked failed.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nType=forking\nExecStart=/usr/bin/bundle exec puma -C config/puma.rb\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nType=notify\nExecStart=/usr/bin/bundle exec puma -C config/puma.rb\n',
      },
    ],
    refs: [man('systemd.service', 'Type=')],
  },
  on: {
    command(ctx, known) {
      if (ctx.effective.text('Service', 'Type') !== 'forking') return
      const command = commandsOf(ctx, known)?.commands.at(-1)
      const call = command && serverOf(command)
      if (!call || !['puma', 'sidekiq', 'node'].includes(call.server)) return
      if (hasOption(call.arguments, '-d', '--daemon')) return
      const type = ctx.effective.last('Service', 'Type')!
      const better = call.server === 'node' ? 'simple' : 'notify'
      const span = spanIn(ctx.value(type.assignment), 0, ctx.value(type.assignment).text.length)
      ctx.report(
        span,
        `${call.server} stays in the foreground; with 'forking' the start hangs until it times out`,
        {
          fixes: [{ title: `Change to ${better}`, safe: false, edits: [{ span, newText: better }] }],
        },
      )
    },
  },
})
