import type { Fix } from '../../base/edit.ts'
import { lineBreakOf } from '../edit/line-break.ts'
import type { Known } from '../known.ts'
import { spanIn } from '../syntax/value.ts'
import type { Command } from '../values/commands/command-line.ts'
import { commandsOf } from './commands-of.ts'
import { man, type UnitContext, unitRule } from './rule.ts'
import { shellOnly, wrapInShell } from './wrap-in-shell.ts'

const viaShell = (shell: string) => `run the line through ${shell} -c`

/** What shells do themselves, and what to write instead. Some systems have programs of these names that do nothing. */
const builtins: ReadonlyMap<string, string> = new Map([
  ['cd', 'set WorkingDirectory= instead'],
  ['source', viaShell('/bin/bash')],
  ['export', 'set Environment= instead'],
  ['ulimit', 'set LimitNOFILE= and its kin instead'],
  ['umask', 'set UMask= instead'],
  ['exec', 'systemd gives each command a process of its own, so leave it out'],
  ['eval', viaShell('/bin/sh')],
  ['set', viaShell('/bin/sh')],
  ['trap', viaShell('/bin/sh')],
  ['unset', 'set UnsetEnvironment= instead'],
  ['pushd', 'set WorkingDirectory= instead'],
  ['declare', viaShell('/bin/bash')],
  ['shopt', viaShell('/bin/bash')],
  ['alias', viaShell('/bin/bash')],
])

export const builtinAsProgram = unitRule({
  id: 'builtin-as-program',
  kind: 'trap',
  severity: 'error',
  docs: {
    summary: '`cd`, `source` or another command of shells as the program',
    why: '`cd` and `source` are built into shells and no programs, so the start fails with `203/EXEC`. `WorkingDirectory=` sets where all commands of the service run, `Environment=` and `EnvironmentFile=` what is in their environment. The programs of a virtual environment of Python need no `source bin/activate`: they find the rest by where they lie.',
    bad: [
      { file: 'web.service', text: '[Service]\nExecStart=cd /srv/web && /usr/bin/bundle exec puma\n' },
      {
        file: 'web.service',
        text: '[Service]\nExecStart=source /srv/web/venv/bin/activate && gunicorn app:app\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nWorkingDirectory=/srv/web\nExecStart=/usr/bin/bundle exec puma\n',
      },
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/venv/bin/gunicorn app:app\n',
      },
    ],
    refs: [man('systemd.exec', 'WorkingDirectory=')],
  },
  on: {
    command(ctx, known) {
      for (const command of commandsOf(ctx, known)?.commands ?? []) {
        const { program, prefixes } = command
        const advice = builtins.get(program.text)
        // Behind `|` the user's own shell reads the line.
        if (advice === undefined || prefixes.some(({ char }) => char === '|')) continue
        ctx.report(
          spanIn(ctx.value(known.assignment), program.from, program.to),
          `'${program.text}' is no program but part of a shell; ${advice}`,
          { fixes: fixesFor(ctx, known, command) },
        )
      }
    },
  },
})

function fixesFor(ctx: UnitContext, known: Known, command: Command): readonly Fix[] {
  if (command.program.text === 'cd') return useWorkingDirectory(ctx, known, command)
  return shellOnly.has(command.program.text) ? wrapInShell(ctx, known, command) : []
}

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
