import { spanIn } from '../syntax/value.ts'
import { killCallOf, runBy } from './kill-call.ts'
import { man, unitRule } from './rule.ts'
import { mainServer } from './started-server.ts'

export const frozenPuma = unitRule({
  id: 'frozen-puma',
  kind: 'trap',
  severity: 'error',
  wants: ({ name }) => name === 'ExecStop' || name === 'ExecReload',
  docs: {
    summary: 'the signal TSTP for Puma',
    why: '`kill -TSTP` came over from Sidekiq, where it means "take no new jobs". Puma has no handler for it, so the kernel freezes the process: requests hang until systemd wakes it again to end it. Puma stops well on the `SIGTERM` that systemd sends by itself.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/usr/bin/bundle exec puma\nExecStop=/bin/kill -TSTP $MAINPID\n',
      },
    ],
    good: [
      {
        file: 'jobs.service',
        text: '[Service]\nExecStart=/usr/bin/bundle exec sidekiq\nExecReload=/bin/kill -TSTP $MAINPID\n',
      },
    ],
    refs: [man('systemd.kill', 'KillSignal=')],
  },
  on: {
    command(ctx, known) {
      if (!ctx.value(known.assignment).text.includes('TSTP')) return
      const { name } = known.directive
      for (const command of runBy(ctx, known)) {
        const signal = killCallOf(command)?.signal
        if (signal?.name !== 'TSTP' || mainServer(ctx)?.server !== 'puma') continue
        const { start, end } = known.assignment
        ctx.report(
          spanIn(ctx.value(known.assignment), signal.from, signal.to),
          'TSTP freezes Puma; requests hang until systemd ends it',
          {
            fixes: [
              { title: `Remove ${name}=`, safe: false, edits: [{ span: { start, end }, newText: '' }] },
            ],
          },
        )
      }
    },
  },
})
