import type { Known } from '../known.ts'
import { spanIn } from '../syntax/value.ts'
import type { Command, CommandWord } from '../values/commands/command-line.ts'
import { commandsOf } from './commands-of.ts'
import { man, type UnitContext, unitRule } from './rule.ts'
import { shellOnly, wrapInShell } from './wrap-in-shell.ts'

/** What all such words have in them. */
const mark = /[|&;<>`$]/

/** Words that only a shell gives a meaning to: operators, and redirections with or without their target. */
const operator = /^(?:&&|\|\|?|\|&|&|;;|\d*(?:>>?|<<?<?|>\||<>)(?:&[\d-]+)?|&>>?)$/
const redirection = /^(?:\d*(?:>>?|<)(?:&[\d-]+|\/\S*)|&>>?\/\S*)$/

export const shellSyntax = unitRule({
  id: 'shell-syntax',
  kind: 'trap',
  severity: 'error',
  docs: {
    summary: 'shell syntax in a command that no shell reads',
    why: 'systemd runs the program itself. `&&`, `|`, `>`, backticks and `$( )` reach it as ordinary arguments: nothing is chained, piped or redirected, and mostly the program ends with a complaint about its arguments. A shell must be asked for: `/bin/sh -c`. For output, `StandardOutput=` needs none; a second command is an `ExecStartPre=`.',
    bad: [
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run >> /var/log/web.log 2>&1\n' },
      { file: 'web.service', text: '[Service]\nType=oneshot\nExecStart=/srv/web/migrate && /srv/web/seed\n' },
      { file: 'web.service', text: '[Service]\nExecStop=/bin/kill $(cat /run/web.pid)\n' },
    ],
    good: [
      {
        file: 'web.service',
        text: "[Service]\nExecStart=/bin/sh -c '/srv/web/run >> /var/log/web.log 2>&1'\n",
      },
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nStandardOutput=append:/var/log/web.log\n',
      },
    ],
    refs: [man('systemd.service', 'COMMAND LINES')],
  },
  on: {
    command(ctx, known) {
      if (!mark.test(ctx.value(known.assignment).text)) return
      for (const command of commandsOf(ctx, known)?.commands ?? []) {
        // Behind `|` the user's own shell reads the line.
        if (command.prefixes.some(({ char }) => char === '|')) continue
        // A rule of its own asks for one.
        if (shellOnly.has(command.program.text)) continue
        const found = firstSyntax(ctx, known, command)
        if (!found) continue
        ctx.report(
          spanIn(ctx.value(known.assignment), found.from, found.to),
          `no shell reads this line, so '${found.text}' is an argument of '${command.program.text}' like any other`,
          { fixes: wrapInShell(ctx, known, command) },
        )
      }
    },
  },
})

/** The first word that only a shell would understand; what is quoted is meant as it stands. */
function firstSyntax(ctx: UnitContext, known: Known, { arguments: words }: Command): CommandWord | undefined {
  const { text } = ctx.value(known.assignment)
  return words.find((word) => {
    const raw = text.slice(word.from, word.to)
    if (raw !== word.text) return false
    return operator.test(raw) || redirection.test(raw) || /^`|^\$\(|^&&/.test(raw)
  })
}
