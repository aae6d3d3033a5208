import { nearest } from '../../base/nearest.ts'
import { spanIn } from '../syntax/value.ts'
import { commandsOf } from './commands-of.ts'
import { man, unitRule } from './rule.ts'

export const misspeltMainPid = unitRule({
  id: 'misspelt-main-pid',
  kind: 'trap',
  severity: 'error',
  wants: ({ name }) => name === 'ExecReload' || name === 'ExecStop',
  docs: {
    summary: 'a misspelt `$MAINPID` in a command that sends a signal',
    why: 'systemd knows the main process as `$MAINPID`. A variable that is not set leaves an empty argument: `kill` complains, and the reload or stop fails.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nExecReload=/bin/kill -USR1 $MAIN_PID\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nExecReload=/bin/kill -USR1 $MAINPID\n',
      },
    ],
    refs: [man('systemd.exec', '$MAINPID')],
  },
  on: {
    command(ctx, known) {
      for (const { program, arguments: words } of commandsOf(ctx, known)?.commands ?? []) {
        if (!/(?:^|\/)kill$/.test(program.text)) continue
        for (const word of words) {
          const variable = /^\$\{?(\w+)\}?$/.exec(word.text)?.[1]
          if (
            !variable ||
            variable === 'MAINPID' ||
            isSet(ctx.effective.all('Service', 'Environment', 'EnvironmentFile'))
          )
            continue
          const folded = variable.toUpperCase().replaceAll('_', '')
          if (folded !== 'PID' && !nearest(folded, ['MAINPID'])) continue
          const span = spanIn(ctx.value(known.assignment), word.from, word.to)
          ctx.report(span, `'$${variable}' is not set; the main process is '$MAINPID'`, {
            fixes: [{ title: 'Change to $MAINPID', safe: true, edits: [{ span, newText: '$MAINPID' }] }],
          })
        }
      }
    },
  },
})

/** With variables of the unit's own, nobody knows from here which ones there are. */
function isSet(environment: readonly unknown[]): boolean {
  return environment.length > 0
}
