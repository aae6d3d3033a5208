import { tokenAfter } from '../../syntax/tokens.ts'
import type { LexicalProblem, MonitTree } from '../../syntax/tree.ts'
import { endOfValue } from '../quotes-of-command.ts'
import { commandsBefore, type Explanation, explain, insert, perhaps, replace, surely } from './situation.ts'

/** Characters that monit's lexer refuses, whatever stands around them. */
export function explainLexical(tree: MonitTree, problem: LexicalProblem): Explanation {
  const { text } = tree
  const { span } = problem
  switch (problem.kind) {
    case 'unbalanced-quote':
      return unbalancedQuote(tree, span.start)
    case 'bad-every':
      return interval(text, span.start)
    case 'bad-url-scheme':
      return explain(span, 'monit tests addresses that begin with http:// or https:// only')
    case 'missing-url-host':
      return explain(span, 'the address names no host')
    case 'bad-mail-field':
      return explain(span, `'${text.slice(span.start, span.end)}' can't stand in a mail address`)
    case 'missing-mail-address':
      return explain(
        span.end > span.start ? span : { start: Math.max(0, span.start - 1), end: span.start },
        'a mail address is missing here',
      )
    case 'bad-host-groups':
      return explain(span, 'host groups stand in brackets, separated by commas: [ "web", "db" ]')
    case 'bad-http-headers':
      return explain(
        span,
        'HTTP headers stand in brackets, each with its value: [ Host: example.com, Accept: */* ]',
      )
  }
}

function unbalancedQuote(tree: MonitTree, start: number): Explanation {
  const { text } = tree
  const end = lineEnd(text, start)
  const quote = text[start]!
  const before = text.slice(lineStart(text, start), start)
  const rest = text.slice(start + 1, end)
  const close = rest.indexOf(quote)
  if (/\bgroup[ \t]+$/i.test(before) && close > 0) {
    const name = rest
      .slice(0, close)
      .trim()
      .replace(/[^\w.-]+/g, '_')
    const span = { start, end: start + close + 2 }
    return explain(
      span,
      'the name of a group is one word, also within quotes',
      perhaps(`write '${name}'`, replace(span, name)),
    )
  }
  const open = openBefore(tree, start)
  if (open !== undefined) {
    return explain(
      { start: open, end: open + 1 },
      'this quote is not closed on its line, so monit reads on to the next one, and a later quote is left over',
      perhaps('close it', insert(endOfValue(text, open, lineEnd(text, open)), text[open]!)),
    )
  }
  const unopened =
    quote === '"' && rest.trim() === '' ? unopenedCommand.exec(before.slice(-longest))?.[1] : undefined
  if (unopened !== undefined) {
    return explain(
      { start, end: start + 1 },
      'this quote ends a command that none begins, so monit takes it for a first one and reads on to the end of the file',
      perhaps('write the first one', insert(start - unopened.length, quote)),
    )
  }
  const at = endOfValue(text, start, end)
  return explain(
    { start, end: start + 1 },
    `this quote is never closed, so monit reads on to the end of the file; close it with ${quote}`,
    perhaps('close it', insert(at, quote)),
  )
}

/** How far before a quote the beginning of its command is looked for, in characters. */
const longest = 400
/** `exec /srv/run a"`, up to the quote. */
const unopenedCommand = /\b(?:exec|start|stop|restart|program|path)(?:\s*=)?\s+(\/[^"']*\S)$/i

/** Where the last quoted text before an offset begins, if it runs over the end of a line. */
function openBefore(tree: MonitTree, before: number): number | undefined {
  const { text, tokens } = tree
  const isLong = (open: number, close: number) => text.slice(open, close).includes('\n')
  for (const { open, close } of commandsBefore(tree, before)) if (isLong(open, close)) return open
  for (
    let token = tokenAfter(tokens, before) - 1;
    token >= 0 && tokens.ends[token]! > before - farthest;
    token--
  ) {
    const open = tokens.starts[token]!
    if (text[open] === '"' && isLong(open, tokens.ends[token]!)) return open
  }
  return undefined
}

/** How far back the begin of a text that went on too long is looked for, in characters. */
const farthest = 5000

const cronList = 'minute, hour, day, month, weekday'

/** What follows `every`, where it is neither a number nor a cron expression. */
function interval(text: string, start: number): Explanation {
  const end = lineEnd(text, start)
  const rest = text.slice(start, end).replace(/\s+(?:#.*)?$/, '')
  const quote = rest[0] === '"' || rest[0] === "'" ? rest[0] : ''
  if (quote === '') {
    if (/^(?:[\d*,/-]+[ \t]+){4}[\d*,/-]+$/.test(rest)) {
      return explain(
        { start, end: start + rest.length },
        'a cron expression stands in quotes',
        surely('put it into quotes', replace({ start, end: start + rest.length }, `"${rest}"`)),
      )
    }
    const word = /^\S+/.exec(rest)?.[0] ?? ''
    return explain(
      { start, end: start + Math.max(1, word.length) },
      `'${word}' is no interval; accepted: a number of cycles, or five cron fields in quotes: "*/5 * * * *"`,
    )
  }
  const close = rest.indexOf(quote, 1)
  const inner = close === -1 ? rest.slice(1) : rest.slice(1, close)
  const span = { start, end: start + (close === -1 ? rest.length : close + 1) }
  const fields = inner.trim().split(/\s+/).filter(Boolean)
  const odd = fields.find((field) => !/^[\d,*/-]+$/.test(field))
  if (fields.length !== 5) {
    return explain(span, `a cron expression has five fields (${cronList}), and these are ${fields.length}`)
  }
  return explain(
    span,
    odd === undefined
      ? "monit can't read this interval; accepted: five cron fields in one pair of quotes"
      : `'${odd}' can't stand in a cron expression: monit knows numbers, '*', ',', '-' and '/' only, no names`,
    ...(odd === undefined ? [] : namesAsNumbers(inner, span, quote)),
  )
}

const names: Readonly<Record<string, number>> = {
  sun: 0,
  mon: 1,
  tue: 2,
  wed: 3,
  thu: 4,
  fri: 5,
  sat: 6,
}

/** Days of the week by their numbers. */
function namesAsNumbers(
  inner: string,
  span: { readonly start: number; readonly end: number },
  quote: string,
) {
  const numbers = inner.replace(/\b(?:sun|mon|tue|wed|thu|fri|sat)\b/gi, (day) =>
    String(names[day.toLowerCase()]),
  )
  if (!/^[\d,*/\s-]+$/.test(numbers)) return []
  return [surely(`write ${quote}${numbers}${quote}`, replace(span, quote + numbers + quote))]
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end
}
