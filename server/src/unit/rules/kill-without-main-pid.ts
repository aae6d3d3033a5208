import { spanIn } from '../syntax/value.ts'
import { killCallOf, runBy } from './kill-call.ts'
import { man, unitRule } from './rule.ts'

export const killWithoutMainPid = unitRule({
  id: 'kill-without-main-pid',
  kind: 'trap',
  severity: 'warning',
  wants: ({ name }) => name === 'ExecReload' || name === 'ExecStop',
  docs: {
    summary: 'a `kill` in `ExecReload=` or `ExecStop=` that names no process, or one by its number',
    why: 'The number of the main process is another one after each start; systemd puts it in for `$MAINPID`. A number written into the unit is that of a process long gone, or by now of a stranger. A `kill` that is told no process at all ends with an error, and so does the reload.',
    bad: [
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nExecReload=/bin/kill -HUP\n' },
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nExecReload=/bin/kill -HUP 4711\n' },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nExecReload=/bin/kill -HUP $MAINPID\n',
      },
    ],
    refs: [man('systemd.service', 'ExecReload='), man('systemd.exec', '$MAINPID')],
  },
  on: {
    command(ctx, known) {
      const value = ctx.value(known.assignment)
      if (!value.text.includes('kill')) return
      const outcome =
        known.directive.name === 'ExecReload' ? 'so does the reload' : 'the service counts as failed'
      for (const command of runBy(ctx, known)) {
        const call = killCallOf(command)
        if (!call) continue
        if (call.targets.length === 0) {
          const end = spanIn(value, call.to, call.to)
          ctx.report(
            spanIn(value, call.program.from, call.to),
            `'kill' is told no process and ends with an error, and ${outcome}; the main process is '$MAINPID'`,
            {
              fixes: command.exact
                ? [{ title: 'Add $MAINPID', safe: true, edits: [{ span: end, newText: ' $MAINPID' }] }]
                : [],
            },
          )
        }
        for (const { text, from, to } of call.targets) {
          // 0 and 1 are meant: the own group, and systemd itself.
          if (!/^-?\d+$/.test(text) || /^-?[01]$/.test(text)) continue
          const span = spanIn(value, from, to)
          ctx.report(
            span,
            `the main process has another number than '${text}' after each start, so the signal misses it or hits a stranger; write '$MAINPID'`,
            {
              fixes: command.exact
                ? [{ title: 'Change to $MAINPID', safe: true, edits: [{ span, newText: '$MAINPID' }] }]
                : [],
            },
          )
        }
      }
    },
  },
})
