import type { Fix } from '../../base/edit.ts'
import type { Span } from '../../base/span.ts'
import type { Command } from '../model/command.ts'
import { innerQuote } from './quotes-of-command.ts'
import { monitManual, monitRule } from './rule.ts'

export const nestedQuotes = monitRule({
  id: 'nested-quotes',
  kind: 'trap',
  severity: 'error',
  reach: 'check',
  docs: {
    summary: 'double quotes within the double quotes of a command',
    why: 'The second double quote ends the command, whatever stands before it: monit knows no way to escape one, and `\\"` is a backslash and the end. The words behind it are appended as arguments, without quotes, or are a syntax error where one of them is a word of monit. Within the double quotes single ones keep blanks together.',
    bad: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/bin/bash -c "cd /srv/web && ./run""\n',
      },
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/bin/bash -c \\"./run\\""\n',
      },
    ],
    good: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/bin/bash -c \'cd /srv/web && ./run\'"\n',
      },
    ],
    refs: [monitManual('SERVICE METHODS', 'SERVICE-METHODS')],
  },
  on: {
    command(ctx, { command }) {
      const { tree } = ctx.document
      const quote = innerQuote(tree, command)
      if (!quote) return
      const escaped = tree.text[quote.start] === '\\'
      ctx.report(
        quote,
        escaped
          ? 'a backslash does not hide a double quote from monit: the command ends here; use single quotes inside'
          : 'this double quote ends the command, and what follows is no longer quoted; use single quotes inside',
        { fixes: singleQuotes(tree.text, command, quote) },
      )
    },
  },
})

/** The fix for one nested piece: its two quotes become single ones, where the one that closes the command is plain. */
function singleQuotes(text: string, { quotes }: Command, opening: Span): readonly Fix[] {
  const lineEnd = text.indexOf('\n', opening.end)
  const rest = text.slice(opening.end, lineEnd === -1 ? text.length : lineEnd)
  const piece = /^([^"']*?)(\\?")([^"']*)"/.exec(rest)
  const command = text.slice(quotes!.open + 1, opening.start)
  if (!piece || command.includes("'") || command.endsWith('=')) return []
  const [, inner = '', closing = '', between = ''] = piece
  // What follows is another argument of the command, not the next quoted value of the statement.
  if (/\b(?:[ug]id|timeout|as|and|with|then|if)\b/i.test(between) || /[\\]/.test(inner)) return []
  const start = opening.end + inner.length
  return [
    {
      title: 'Use single quotes inside',
      safe: false,
      edits: [
        { span: opening, newText: "'" },
        {
          span: { start, end: start + closing.length },
          newText: between === '' || /^\s/.test(between) ? "'" : "' ",
        },
      ],
    },
  ]
}
