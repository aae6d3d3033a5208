import { commandsOf } from './commands-of.ts'
import { man, unitRule } from './rule.ts'

export const redundantStop = unitRule({
  id: 'redundant-stop',
  kind: 'advice',
  severity: 'hint',
  wants: ({ name }) => name === 'ExecStop',
  docs: {
    summary: 'an `ExecStop=` that sends the main process the signal that systemd sends anyway',
    why: 'Without `ExecStop=` systemd sends `SIGTERM` to all processes of the service, waits, and kills what is left. `kill $MAINPID` returns at once, so systemd goes on to the same step a moment later. Where another signal is wanted, `KillSignal=` is the place for it.',
    bad: [
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nExecStop=/bin/kill -TERM $MAINPID\n' },
    ],
    good: [{ file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nKillSignal=SIGQUIT\n' }],
    refs: [man('systemd.service', 'ExecStop='), man('systemd.kill', 'KillSignal=')],
  },
  on: {
    command(ctx, known) {
      if (ctx.effective.has('Service', 'KillSignal')) return
      const commands = commandsOf(ctx, known)?.commands ?? []
      const [command] = commands
      if (!command || commands.length > 1 || !/(?:^|\/)kill$/.test(command.program.text)) return
      const words = command.arguments.map(({ text }) => text).join(' ')
      if (!/^(?:(?:-s ?|-)(?:SIG)?TERM |-15 )?\$\{?MAINPID\}?$/.test(words)) return
      const { start, end, keySpan, valueSpan } = known.assignment
      ctx.report(
        { start: keySpan.start, end: valueSpan.end },
        'systemd sends SIGTERM by itself; this line can go',
        {
          tag: 'unnecessary',
          fixes: [{ title: 'Remove ExecStop=', safe: false, edits: [{ span: { start, end }, newText: '' }] }],
        },
      )
    },
  },
})
