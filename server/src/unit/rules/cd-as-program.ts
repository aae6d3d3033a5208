import { lineBreakOf } from '../edit/line-break.ts'
import type { Known } from '../known.ts'
import { spanIn } from '../syntax/value.ts'
import type { Command } from '../values/commands/command-line.ts'
import { commandsOf } from './commands-of.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

export const cdAsProgram = unitRule({
  id: 'cd-as-program',
  kind: 'trap',
  severity: 'error',
  docs: {
    summary: '`cd` as the program of a command',
    why: '`cd` is built into shells and no program, so the start fails with `203/EXEC`. `WorkingDirectory=` sets where all commands of the service run.',
    bad: [{ file: 'web.service', text: '[Service]\nExecStart=cd /srv/web && /usr/bin/bundle exec puma\n' }],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nWorkingDirectory=/srv/web\nExecStart=/usr/bin/bundle exec puma\n',
      },
    ],
    refs: [man('systemd.exec', 'WorkingDirectory=')],
  },
  on: {
    command(ctx, known) {
      for (const command of commandsOf(ctx, known)?.commands ?? []) {
        if (command.program.text !== 'cd') continue
        ctx.report(
          spanIn(ctx.value(known.assignment), command.program.from, command.program.to),
          "'cd' is no program but part of a shell; set WorkingDirectory= instead",
          { fixes: useWorkingDirectory(ctx, known, command) },
        )
      }
    },
  },
})

/** For `cd FOLDER && COMMAND`, where the folder is certain and not yet set. */
function useWorkingDirectory(ctx: UnitContext, known: Known, { program, arguments: words }: Command) {
  const [folder, and, rest] = words
  if (!folder || !rest || and?.text !== '&&' || !/^[/~%]/.test(folder.text)) return []
  if (ctx.effective.has('Service', 'WorkingDirectory')) return []
  const value = ctx.value(known.assignment)
  const { start } = known.assignment
  return [
    {
      title: `Set WorkingDirectory=${folder.text}`,
      safe: false,
      edits: [
        {
          span: { start, end: start },
          newText: `WorkingDirectory=${folder.text}${lineBreakOf(ctx.document.tree.text)}`,
        },
        {
          span: {
            start: spanIn(value, program.from, program.to).start,
            end: spanIn(value, rest.from, rest.to).start,
          },
          newText: '',
        },
      ],
    },
  ]
}
