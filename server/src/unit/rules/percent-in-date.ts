import type { Span } from '../../base/span.ts'
import { spanIn } from '../syntax/value.ts'
import type { CommandWord } from '../values/commands/command-line.ts'
import { commandsOf } from './commands-of.ts'
import { matchesInValues } from './matches-in-values.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

/** A date format such as `+%Y-%m-%d`, up to a quote or blank; the shell's words in quotes hold it as well. */
const format = /\+(?=[^\s'"]*%)[^\s'"]*/

/** Years with months, hours with minutes and days with months and years, in the letters of `strftime()`. */
const stamp = /(?<!%)(?:%[Yy][-_./]?%m|%H[-_.:]?%M|%d[-_./]?%[bmB][-_./]?%[Yy])(?:[-_.:/T]?%[YymdHMSz])*/g

const date = /\bdate\b/

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
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run --log-file /srv/web/log/%Y-%m-%d.log\n',
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
    file(ctx) {
      for (const { known, text, span } of matchesInValues(ctx, stamp, ['%m', '%M', '%b', '%B'])) {
        if (known.directive.parser === 'exec' && date.test(ctx.value(known.assignment).text)) continue
        report(ctx, span, { text, doubled: text.replaceAll('%', '%%') })
      }
    },
    command(ctx, known) {
      if (!ctx.value(known.assignment).text.includes('%')) return
      const line = commandsOf(ctx, known)
      if (!line) return
      for (const { program, arguments: words } of line.commands) {
        const isDate = /(?:^|\/)date$/.test(program.text)
        for (const word of words) {
          if (!isDate && !date.test(word.text)) continue
          const found = formatIn(ctx.value(known.assignment).text, word)
          if (!found) continue
          report(ctx, spanIn(ctx.value(known.assignment), found.from, found.to), found)
        }
      }
    },
  },
})

function report(
  ctx: UnitContext,
  span: Span,
  { text, doubled }: { readonly text: string; readonly doubled: string },
): void {
  ctx.report(span, `systemd reads '${text}' first and puts in its own specifiers; write '${doubled}'`, {
    fixes: [{ title: 'Double the percent signs', safe: true, edits: [{ span, newText: doubled }] }],
  })
}

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
