import { spanIn } from '../syntax/value.ts'
import type { CommandWord } from '../values/commands/command-line.ts'
import { commandsOf } from './commands-of.ts'
import { man, unitRule } from './rule.ts'

/** A date format such as `+%Y-%m-%d`, up to a quote or blank; the shell's words in quotes hold it as well. */
const format = /\+(?=[^\s'"]*%)[^\s'"]*/

export const percentInDate = unitRule({
  id: 'percent-in-date',
  kind: 'trap',
  severity: 'error',
  docs: {
    summary: 'a date format whose percent signs are not doubled',
    why: 'systemd puts in its own specifiers before the program sees anything: of `date +%Y-%m-%d` the `%m` becomes the machine’s ID and the `%d` the folder of credentials. An unknown letter keeps the unit from loading. `%%` is a percent sign.',
    bad: [
      {
        file: 'backup.service',
        text: "[Service]\nType=oneshot\nExecStart=/bin/sh -c 'dump > /srv/dump-$(date +%Y-%m-%d)'\n",
      },
    ],
    good: [
      {
        file: 'backup.service',
        text: "[Service]\nType=oneshot\nExecStart=/bin/sh -c 'dump > /srv/dump-$(date +%%Y-%%m-%%d)'\n",
      },
    ],
    refs: [man('systemd.unit', 'SPECIFIERS')],
  },
  on: {
    command(ctx, known) {
      if (!ctx.value(known.assignment).text.includes('%')) return
      const line = commandsOf(ctx, known)
      if (!line) return
      for (const { program, arguments: words } of line.commands) {
        const isDate = /(?:^|\/)date$/.test(program.text)
        for (const word of words) {
          if (!isDate && !/\bdate\b/.test(word.text)) continue
          const found = formatIn(ctx.value(known.assignment).text, word)
          if (!found) continue
          ctx.report(
            spanIn(ctx.value(known.assignment), found.from, found.to),
            `systemd reads '${found.text}' first and puts in its own specifiers; write '${found.doubled}'`,
            {
              fixes: [
                {
                  title: 'Double the percent signs',
                  safe: true,
                  edits: [
                    {
                      span: spanIn(ctx.value(known.assignment), found.from, found.to),
                      newText: found.doubled,
                    },
                  ],
                },
              ],
            },
          )
        }
      }
    },
  },
})

function formatIn(value: string, word: CommandWord) {
  const raw = value.slice(word.from, word.to)
  const match = format.exec(raw)
  if (!match) return undefined
  const text = match[0].replace(/[)`]+$/, '')
  if (/^(?:[^%]|%%)*$/.test(text)) return undefined
  return {
    text,
    doubled: text.replace(/%%|%/g, '%%'),
    from: word.from + match.index,
    to: word.from + match.index + text.length,
  }
}
