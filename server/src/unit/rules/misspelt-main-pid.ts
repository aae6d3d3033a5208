import { nearest } from '../../base/nearest.ts'
import type { Known } from '../known.ts'
import { spanIn } from '../syntax/value.ts'
import { killCallOf, type RunCommand, runBy } from './kill-call.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

export const misspeltMainPid = unitRule({
  id: 'misspelt-main-pid',
  kind: 'trap',
  severity: 'error',
  wants: ({ name }) => name === 'ExecReload' || name === 'ExecStop',
  docs: {
    summary: 'a misspelt `$MAINPID` in a command that sends a signal',
    why: 'systemd knows the main process as `$MAINPID`. A variable that is not set leaves an empty argument: `kill` complains, and the reload or stop fails. So it does with the name alone, and with `$$MAINPID`, which outside of a shell is the text `$MAINPID`.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nExecReload=/bin/kill -USR1 $MAIN_PID\n',
      },
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nExecReload=/bin/kill -USR1 MAINPID\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nExecReload=/bin/kill -USR1 $MAINPID\n',
      },
      {
        file: 'web.service',
        text: "[Service]\nExecStart=/srv/web/run\nExecReload=/bin/sh -c 'sleep 1; kill -USR1 $$MAINPID'\n",
      },
    ],
    refs: [man('systemd.exec', '$MAINPID')],
  },
  on: {
    command(ctx, known) {
      if (!/kill/.test(ctx.value(known.assignment).text)) return
      for (const command of runBy(ctx, known)) {
        for (const { text, from, to } of killCallOf(command)?.targets ?? []) {
          const fault = faultOf(ctx, known, text, command)
          if (!fault) continue
          const span = spanIn(ctx.value(known.assignment), from, to)
          ctx.report(span, `${fault}; the main process is '$MAINPID'`, {
            fixes: command.exact
              ? [{ title: 'Change to $MAINPID', safe: true, edits: [{ span, newText: '$MAINPID' }] }]
              : [],
          })
        }
      }
    },
  },
})

function faultOf(
  ctx: UnitContext,
  { assignment }: Known,
  text: string,
  { direct }: RunCommand,
): string | undefined {
  if (text === 'MAINPID') return `'${text}' is a word like any other to 'kill' without a '$' in front of it`
  if (direct && /^\$\$\{?MAINPID\}?$/.test(text))
    return `'$$' is a dollar sign and no variable, so 'kill' gets '${text.slice(1)}'`
  const variable = /^\$?\$\{?([A-Za-z_]\w*)\}?$/.exec(text)?.[1]
  if (!variable || variable === 'MAINPID' || (direct && text.startsWith('$$'))) return undefined
  // With variables of the unit's own, nobody knows from here which ones there are.
  if (ctx.effective.all('Service', 'Environment', 'EnvironmentFile').length > 0) return undefined
  // Nor where a script sets it itself.
  if (
    !direct &&
    new RegExp(`\\b${variable}=|\\b(?:read|for)\\b.*\\b${variable}\\b`).test(ctx.value(assignment).text)
  )
    return undefined
  const folded = variable.toUpperCase().replaceAll('_', '')
  const isMeant = (direct && folded === 'PID') || nearest(folded, ['MAINPID']) !== undefined
  return isMeant ? `'$${variable}' is not set` : undefined
}
