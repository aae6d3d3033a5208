import type { Span } from '../../base/span.ts'
import type { Command } from '../model/command.ts'
import type { MonitTree } from '../syntax/tree.ts'

/** The double quote that ends a command though it was meant to open a piece of it, with the backslash before it. */
export function innerQuote(
  { text }: Pick<MonitTree, 'text'>,
  { quotes }: Pick<Command, 'quotes'>,
): Span | undefined {
  if (!quotes?.isClosed || lostQuote({ text }, { quotes })) return undefined
  const { close } = quotes
  const before = text[close - 1] ?? ''
  const after = text[close + 1] ?? ''
  if (before === '\\' && close - 1 > quotes.open) return { start: close - 1, end: close + 1 }
  // `-c "cd`, `--opt="a`: something glued to a quote behind a blank or an equals sign.
  if (!/[\s=]/.test(before) || close - 1 === quotes.open || !/[^\s"#;,()]/.test(after)) return undefined
  const line = text.indexOf('\n', close)
  const inner = text.indexOf('"', close + 1)
  return inner === -1 || (line !== -1 && inner > line) ? undefined : { start: close, end: close + 1 }
}

/** What opens a command, at the end of a line's text before a quote. */
const opener = /(?:^|\n)[ \t]*(?:(?:start|stop|restart)(?:\s*=|\s+program\s*=?)|[^\n"]*\bthen\s+exec)[ \t]*$/i

/**
 * Where the second double quote of a command was left out, so that the one that opens the next command closes it.
 * @returns the end of the first line's text, where the quote belongs; undefined where none was left out
 */
export function lostQuote(
  { text }: Pick<MonitTree, 'text'>,
  { quotes }: Pick<Command, 'quotes'>,
): number | undefined {
  if (!quotes?.isClosed) return undefined
  const raw = text.slice(quotes.open + 1, quotes.close)
  const line = raw.indexOf('\n')
  const first = raw.slice(0, line).trimEnd()
  if (line === -1 || first === '' || !opener.test(raw)) return undefined
  return quotes.open + 1 + first.length
}
