import type { Fix } from '../../base/edit.ts'
import type { Argument } from '../model/command.ts'
import type { MonitTree } from '../syntax/tree.ts'
import { endOfValue, innerQuote, lostQuote } from './quotes-of-command.ts'
import { monitManual, monitRule } from './rule.ts'
import { isToldBySyntax } from './syntax/mistakes.ts'
import { holdsTag } from './tags.ts'

export const unclosedQuote = monitRule({
  id: 'unclosed-quote',
  kind: 'trap',
  severity: 'error',
  reach: 'check',
  docs: {
    summary: 'a quote in a command that is not closed',
    why: 'Within a single quote a double one is an ordinary character to monit, and so is a line break. The command goes on to the next single quote, lines later, and takes the statements in between with it: in the example there is no `stop program`. Without any further quote the words are split at blanks, and the quote stays in front of the first. A double quote that is not closed goes on to the next double one, which was to open another command, or to the end of the file.',
    bad: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/bin/bash -c \'cd /srv/web; ./run"\n  stop program = "/bin/bash -c \'cd /srv/web; ./halt\'"\n',
      },
    ],
    good: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/bin/bash -c \'cd /srv/web; ./run\'"\n  stop program = "/bin/bash -c \'cd /srv/web; ./halt\'"\n',
      },
    ],
    refs: [monitManual('SERVICE METHODS', 'SERVICE-METHODS')],
  },
  on: {
    command(ctx, { command }) {
      const { tree } = ctx.document
      if (!command.quotes) return
      const { open, isClosed } = command.quotes
      const lost = isClosed ? lostQuote(tree, command) : endOfOpenCommand(tree, open)
      if (lost !== undefined) {
        const quote = { start: open, end: open + 1 }
        if (isToldBySyntax(ctx, quote)) return
        const where = isClosed ? 'next one' : 'end of the file'
        const message = `this double quote is not closed; monit takes all up to the ${where} into the command`
        ctx.report(quote, message, { fixes: close(lost, '"') })
        return
      }
      if (innerQuote(tree, command)) return
      for (const word of command.arguments) {
        if (word.isAppended || tree.text[word.start] !== "'") continue
        const end = word.quote === "'" ? quoteBeforeBreak(tree.text, word) : closeOfOpenWord(tree, word)
        if (end === undefined || holdsTag(tree, word)) continue
        ctx.report({ start: word.start, end: word.start + 1 }, messageFor(tree.text, word), {
          fixes: close(end, "'"),
        })
        return
      }
    },
  },
})

/** Where the closing quote of a command belongs that has none to the end of the file. */
function endOfOpenCommand(tree: MonitTree, open: number): number | undefined {
  const lineBreak = tree.text.indexOf('\n', open)
  const end = lineBreak === -1 ? tree.text.length : lineBreak
  return holdsTag(tree, { start: open, end }) ? undefined : endOfValue(tree.text, open, end)
}

function messageFor(text: string, word: Argument): string {
  if (word.quote !== "'") {
    return 'this single quote is not closed, so monit splits what follows at blanks and keeps the quote'
  }
  const broken = text.slice(word.start, word.end).split('\n').length - 1
  const lines = broken === 1 ? 'the next line' : `${broken} lines below`
  return `this single quote is not closed before the double one; monit takes all up to the next one, on ${lines}, into the command`
}

/**
 * The double quote that was to close the command, where a quoted piece runs over it to another line: the only one on
 * its line, with nothing behind it but words of a statement.
 */
function quoteBeforeBreak(text: string, { start, end }: Argument): number | undefined {
  const lineEnd = text.indexOf('\n', start)
  if (lineEnd === -1 || lineEnd >= end) return undefined
  const line = text.slice(start, lineEnd)
  const at = line.indexOf('"')
  if (at === -1 || line.indexOf('"', at + 1) !== -1) return undefined
  return /^"\s*(?:$|#|(?:as|with|and|then|else|repeat|timeout|[ug]id)\b)/i.test(line.slice(at))
    ? start + at
    : undefined
}

/** The double quote that closes the command of a word that begins with a lone single quote. */
function closeOfOpenWord({ text }: MonitTree, { start, end, quote }: Argument): number | undefined {
  if (quote || (text.indexOf("'", start + 1) < end && text.indexOf("'", start + 1) !== -1)) return undefined
  const close = text.indexOf('"', start)
  return close === -1 ? undefined : close
}

function close(offset: number, quote: '"' | "'"): readonly Fix[] {
  return [
    {
      title: `Close the ${quote === '"' ? 'double' : 'single'} quote`,
      safe: false,
      edits: [{ span: { start: offset, end: offset }, newText: quote }],
    },
  ]
}
