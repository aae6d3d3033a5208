import type { Fix } from '../../base/edit.ts'
import type { Span } from '../../base/span.ts'
import type { Text } from '../model/values.ts'
import { type ExpressionFault, faultOfExpression } from '../patterns/extended-expression.ts'
import { type MonitContext, monitManual, monitRule } from './rule.ts'

export const invalidPattern = monitRule({
  id: 'invalid-pattern',
  kind: 'verdict',
  severity: 'error',
  reach: 'check',
  docs: {
    summary: 'a regular expression that monit can’t read',
    why: 'monit reads patterns as POSIX extended regular expressions, like `grep -E`, when it reads the file: a bracket that is never closed, a `*` with nothing before it or a Perl group such as `(?:` makes it refuse the whole configuration.',
    bad: [
      { file: 'monitrc', text: 'check process app with matching "*gunicorn"\n' },
      {
        file: 'monitrc',
        text: 'check file log with path /var/log/app.log\n  if content = "(?:fatal|panic): " then alert\n',
      },
    ],
    good: [
      { file: 'monitrc', text: 'check process app with matching "gunicorn"\n' },
      {
        file: 'monitrc',
        text: 'check file log with path /var/log/app.log\n  if content = "(fatal|panic): " then alert\n',
      },
    ],
    refs: [
      monitManual('FILE CONTENT TEST', 'FILE-CONTENT-TEST'),
      '[regex(7)](https://man7.org/linux/man-pages/man7/regex.7.html)',
    ],
  },
  on: {
    pattern(ctx, { text, role, isPath }) {
      // What begins with a slash is a file of patterns, except where a process is looked for.
      if (!isPath || role === 'process') checkPattern(ctx, text)
    },
  },
})

function checkPattern(ctx: MonitContext, { text, start, end, quote }: Text): void {
  const fault = faultOfExpression(text)
  if (!fault) return
  const shift = start + (quote ? 1 : 0)
  // An escape of monit's is longer in the file than in the expression.
  const isPlain = end - start - text.length === (quote ? 2 : 0)
  const span = isPlain ? { start: shift + fault.from, end: shift + fault.to } : { start, end }
  ctx.report(span, messageFor(fault, text), { fixes: isPlain ? fixesFor(fault, text, span) : [] })
}

function messageFor({ kind, from, to }: ExpressionFault, text: string): string {
  const part = text.slice(from, to)
  switch (kind) {
    case 'trailing-backslash':
      return "the pattern ends in a backslash with nothing behind it, and monit can't read it"
    case 'open-bracket':
      return "this '[' is never closed, and monit can't read the pattern; write '\\[' for the character itself"
    case 'open-group':
      return "this '(' is never closed, and monit can't read the pattern; write '\\(' for the character itself"
    case 'open-brace':
      return "this '{' is never closed, and monit can't read the pattern; write '\\{' for the character itself"
    case 'unknown-class':
      return `'${part}' is no class of characters; accepted: [:alpha:], [:digit:], [:alnum:], [:space:], [:upper:], [:lower:] and the like`
    case 'bad-range':
      return `the range '${part}' ends before it begins`
    case 'bad-count':
      return `'${part}' is no count; accepted: {3}, {3,}, {3,5}, and '\\{' for the character itself`
    case 'count-too-large':
      return `'${part}' is too large; monit's patterns count up to 32767`
    case 'nothing-to-repeat':
      if (isPerlGroup(text, from))
        return `'(?' begins a group of Perl's, which monit's patterns don't have; accepted: ( … )`
      return `there is nothing before this '${part}' that it could repeat; '.*' stands for any text, '\\${part}' for the character itself`
  }
}

function fixesFor({ kind, from, to }: ExpressionFault, text: string, span: Span): readonly Fix[] {
  const part = text.slice(from, to)
  if (kind === 'nothing-to-repeat' && isPerlGroup(text, from)) {
    const plain = text.startsWith('?:', from)
    return plain
      ? [
          {
            title: "write '('",
            safe: true,
            edits: [{ span: { start: span.start, end: span.start + 2 }, newText: '' }],
          },
        ]
      : []
  }
  if (kind === 'nothing-to-repeat' && part === '*')
    return [write(span, '.*', "write '.*', any text"), literal(span, part)]
  if (kind === 'nothing-to-repeat' || kind.startsWith('open-')) return [literal(span, part)]
  if (kind === 'bad-range') return [write(span, `${part[2]}-${part[0]}`, `write '${part[2]}-${part[0]}'`)]
  return []
}

function isPerlGroup(text: string, at: number): boolean {
  return text[at] === '?' && text[at - 1] === '('
}

function literal(span: Span, part: string): Fix {
  return write(span, `\\${part}`, `write '\\${part}', the character itself`)
}

function write(span: Span, newText: string, title: string): Fix {
  return { title, safe: false, edits: [{ span, newText }] }
}
