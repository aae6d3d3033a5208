import { serverOf } from '../servers.ts'
import { spanIn } from '../syntax/value.ts'
import type { Command } from '../values/commands/command-line.ts'
import { commandsOf } from './commands-of.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

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
      const { name } = known.directive
      for (const command of commandsOf(ctx, known)?.commands ?? []) {
        const signal = signalOf(command)
        if (signal?.name !== 'TSTP' || !startsPuma(ctx)) continue
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

function signalOf({ program, arguments: words }: Command) {
  if (!/(?:^|\/)kill$/.test(program.text)) return undefined
  for (const [index, word] of words.entries()) {
    const text =
      word.text === '-s' ? words[index + 1]?.text : word.text.startsWith('-') ? word.text.slice(1) : undefined
    if (text !== undefined)
      return { name: text.replace(/^(?:s|SIG)(?=[A-Z])/, ''), from: word.from, to: word.to }
  }
  return undefined
}

function startsPuma(ctx: UnitContext): boolean {
  return ctx.effective
    .all('Service', 'ExecStart')
    .some((known) => commandsOf(ctx, known)?.commands.some((command) => serverOf(command)?.server === 'puma'))
}
