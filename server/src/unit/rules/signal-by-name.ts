import type { Fix } from '../../base/edit.ts'
import type { Known } from '../known.ts'
import { spanIn } from '../syntax/value.ts'
import { type RunCommand, runBy, signalOf } from './kill-call.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

/** Options that choose by more than the name: a parent, a PID file, a group, a session, a namespace. */
const choosing: Readonly<Record<string, RegExp>> = {
  pkill: /^(?:-(?:[FgGs]|P(?!IPE|ROF|WR))|--(?:pidfile|parent|pgroup|group|session|ns|cgroup)\b)/,
  killall: /^(?:-n|--ns)/,
}

export const signalByName = unitRule({
  id: 'signal-by-name',
  kind: 'trap',
  severity: 'information',
  wants: ({ name }) => name === 'ExecReload' || name === 'ExecStop',
  docs: {
    summary: '`pkill` or `killall` where the service’s own main process is meant',
    why: 'They send the signal to every process of that name on the machine that they may: a second instance, another app, somebody’s console. systemd knows the processes of the service: `kill … $MAINPID` reaches the main one, and a stop needs no command at all.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nExecReload=/usr/bin/pkill -HUP run\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nExecReload=/bin/kill -HUP $MAINPID\n',
      },
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nExecReload=/usr/bin/pkill -HUP -P $MAINPID\n',
      },
    ],
    refs: [man('systemd.service', 'ExecReload='), man('systemd.exec', '$MAINPID')],
  },
  on: {
    command(ctx, known) {
      const value = ctx.value(known.assignment)
      if (!/pkill|killall/.test(value.text)) return
      for (const command of runBy(ctx, known)) {
        const name = /(?:^|\/)(pkill|killall)$/.exec(command.program.text)?.[1]
        if (!name) continue
        if (command.arguments.some(({ text }) => choosing[name]?.test(text) || text.includes('MAINPID')))
          continue
        ctx.report(
          spanIn(value, command.program.from, command.program.to),
          `'${name}' signals every process of that name on the machine, not only those of this service`,
          { fixes: fixesFor(ctx, known, command) },
        )
      }
    },
  },
})

/** `kill` in its place, where it is told a signal and a name and nothing else. */
function fixesFor(
  ctx: UnitContext,
  known: Known,
  { program, arguments: words, direct }: RunCommand,
): readonly Fix[] {
  const [signal, name] = words
  if (!direct || known.directive.name !== 'ExecReload' || words.length !== 2) return []
  if (!signal || !name || !/^-(?:[A-Z][A-Z0-9]+|\d+)$/.test(signal.text) || name.text.startsWith('-'))
    return []
  const newText = `/bin/kill -${signalOf(signal.text.slice(1))} $MAINPID`
  const span = spanIn(ctx.value(known.assignment), program.from, name.to)
  return [{ title: `Change to ${newText}`, safe: false, edits: [{ span, newText }] }]
}
