import type { TextEdit } from '../../base/edit.ts'
import { lineBreakOf } from '../edit/line-break.ts'
import type { Known } from '../known.ts'
import { spanIn } from '../syntax/value.ts'
import type { Command, CommandWord } from '../values/commands/command-line.ts'
import { commandsOf } from './commands-of.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

const assignment = /^[A-Za-z_]\w*=/

export const assignmentAsProgram = unitRule({
  id: 'assignment-as-program',
  kind: 'trap',
  severity: 'error',
  docs: {
    summary: 'an environment assignment in front of a command',
    why: 'Only a shell knows `NAME=value command`. systemd takes `RBENV_VERSION=3.3.0` for the name of the program, finds none, and the start fails with `203/EXEC`, or with `neither a valid executable name nor an absolute path`. `Environment=` is the place for it.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nExecStart=RBENV_VERSION=3.3.0 /usr/local/rbenv/bin/rbenv exec puma\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nEnvironment=RBENV_VERSION=3.3.0\nExecStart=/usr/local/rbenv/bin/rbenv exec puma\n',
      },
    ],
    refs: [man('systemd.service', 'COMMAND LINES'), man('systemd.exec', 'Environment=')],
  },
  on: {
    command(ctx, known) {
      for (const command of commandsOf(ctx, known)?.commands ?? []) {
        if (!assignment.test(command.program.text)) continue
        const { program } = command
        ctx.report(
          spanIn(ctx.value(known.assignment), program.from, program.to),
          `'${program.text}' is taken for the program; move it to Environment=`,
          { fixes: moveToEnvironment(ctx, known, command) },
        )
      }
    },
  },
})

function moveToEnvironment(ctx: UnitContext, known: Known, { program, arguments: words }: Command) {
  const line = [program, ...words]
  const first = line.findIndex(({ text }) => !assignment.test(text))
  const rest = line[first]
  if (!rest) return []
  const value = ctx.value(known.assignment)
  const { start } = known.assignment
  const edits: TextEdit[] = [
    {
      span: { start, end: start },
      newText: `Environment=${line.slice(0, first).map(quoted).join(' ')}${lineBreakOf(ctx.document.tree.text)}`,
    },
    {
      span: {
        start: spanIn(value, program.from, program.to).start,
        end: spanIn(value, rest.from, rest.to).start,
      },
      newText: '',
    },
  ]
  return [{ title: 'Move to Environment=', safe: true, edits }]
}

function quoted({ text }: CommandWord): string {
  return /[\s"'\\]/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : text
}
