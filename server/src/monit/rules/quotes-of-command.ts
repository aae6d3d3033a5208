import type { Fix } from '../../base/edit.ts'
import type { Span } from '../../base/span.ts'
import type { Argument, Command } from '../model/command.ts'
import type { MonitTree } from '../syntax/tree.ts'
import { holdsTag } from './tags.ts'

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

/** The fix for one nested piece: its two quotes become single ones, where the one that closes the command is plain. */
export function singleQuotes(
  { text }: Pick<MonitTree, 'text'>,
  { quotes }: Pick<Command, 'quotes'>,
  opening: Span,
): readonly Fix[] {
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

/** What opens a command, at the end of a line's text before a quote. */
const opener = /(?:^|\n)[ \t]*(?:(?:start|stop|restart)(?:\s*=|\s+program\s*=?)|[^\n"]*\bthen\s+exec)[ \t]*$/i

/**
 * Where the second double quote of a command was left out, so that the one that opens the next command closes it.
 * @returns where on the first line the quote belongs; undefined where none was left out
 */
export function lostQuote(
  { text }: Pick<MonitTree, 'text'>,
  { quotes }: Pick<Command, 'quotes'>,
): number | undefined {
  if (!quotes?.isClosed) return undefined
  const raw = text.slice(quotes.open + 1, quotes.close)
  const line = raw.indexOf('\n')
  if (line === -1 || raw.slice(0, line).trim() === '' || !opener.test(raw)) return undefined
  return endOfValue(text, quotes.open, quotes.open + 1 + line)
}

/**
 * Where a text that lacks its closing quote seems to end: before words that go on with the statement.
 * @param start the offset of its opening quote
 * @param end the end of its line
 */
export function endOfValue(text: string, start: number, end: number): number {
  const line = text.slice(start + 1, end)
  const next = /\s+(?:then|as\s+[ug]id|with\s+timeout|for\s+\d+)\b/i.exec(line)
  return next ? start + 1 + next.index : start + 1 + line.trimEnd().length
}

/**
 * The single quote that ends an argument though it was meant to open a piece of it, as in a script with
 * `awk '{print $2}'`: the next argument begins right behind it.
 * @returns the argument that ends too early; undefined where each ends at a blank or at the command's end
 */
export function splitArgument(tree: MonitTree, { quotes, arguments: words }: Command): Argument | undefined {
  if (!quotes) return undefined
  return words.find(
    ({ quote, end, isAppended }) =>
      quote === "'" &&
      !isAppended &&
      end < quotes.close &&
      /\S/.test(tree.text.charAt(end)) &&
      !holdsTag(tree, { start: end, end: end + 1 }),
  )
}

/** The fix for one piece in single quotes within a script: double quotes, in which the shell is kept from `$`. */
export function doubleQuotes(
  { text }: Pick<MonitTree, 'text'>,
  { quotes }: Pick<Command, 'quotes'>,
  { start, end }: Argument,
): readonly Fix[] {
  const pieces = text.slice(start, quotes!.close).trimEnd().split("'")
  const [before, , inner, , after] = pieces
  if (!quotes!.isClosed || pieces.length !== 5 || before !== '' || after !== '' || inner === undefined)
    return []
  // Within backquotes a backslash means something else, and a substitution that was put in quotes may be wanted.
  if (inner === '' || /["\\`!\n]|\$\(/.test(inner) || text.slice(start, end).includes('`')) return []
  const span = { start: end - 1, end: end + inner.length + 1 }
  const newText = `"${inner.replaceAll('$', '\\$')}"`
  return [{ title: 'Use double quotes inside', safe: false, edits: [{ span, newText }] }]
}
