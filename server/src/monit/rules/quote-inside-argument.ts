import type { Fix } from '../../base/edit.ts'
import type { Argument, Command } from '../model/command.ts'
import type { MonitTree } from '../syntax/tree.ts'
import { bareWords } from './command-words.ts'
import { splitArgument } from './quotes-of-command.ts'
import { monitManual, monitRule } from './rule.ts'

export const quoteInsideArgument = monitRule({
  id: 'quote-inside-argument',
  kind: 'trap',
  severity: 'error',
  reach: 'check',
  docs: {
    summary: 'a single quote in the middle of an argument, which keeps nothing together',
    why: "monit heeds a single quote only where an argument begins. In `--title='two words'` it is a character like any other: the program gets two arguments, `--title='two` and `words'`, quotes included. Put the quote in front: `'--title=two words'`.",
    bad: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/srv/web/run --title=\'two words\'"\n',
      },
    ],
    good: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/srv/web/run \'--title=two words\'"\n',
      },
    ],
    refs: [monitManual('SERVICE METHODS', 'SERVICE-METHODS')],
  },
  on: {
    command(ctx, { command }) {
      const { tree } = ctx.document
      if (!command.quotes?.isClosed || splitArgument(tree, command)) return
      const words = bareWords(tree, command)
      const first = words.find(({ text }) => text.includes("'"))
      // At the beginning it is one that was not closed.
      if (!first || first.text.startsWith("'")) return
      const last = words.find(
        ({ text, start }) => text.endsWith("'") && (start > first.start || isWhole(text)),
      )
      if (!last) return
      const isSplit = last !== first
      ctx.report(
        { start: first.start, end: last.end },
        isSplit
          ? `monit splits this at blanks, as the quote does not begin the argument; the program gets '${first.text}' and '${last.text}'`
          : 'the quotes do not begin the argument, so the program gets them too',
        { fixes: moveQuote(tree, command, first, last) },
      )
    },
  },
})

/** `--a='b'` */
function isWhole(text: string): boolean {
  return text.indexOf("'") < text.length - 1
}

function moveQuote(tree: MonitTree, { quotes }: Command, first: Argument, last: Argument): readonly Fix[] {
  const raw = tree.text.slice(first.start, last.end)
  const opening = raw.indexOf("'")
  // Two quotes and no more, in the command's own double ones.
  if (raw.split("'").length !== 3 || raw.includes('\\') || last.end > quotes!.close) return []
  const newText = `'${raw.slice(0, opening)}${raw.slice(opening + 1)}`
  return [
    {
      title: 'Put the quote in front of the argument',
      safe: false,
      edits: [{ span: { start: first.start, end: last.end }, newText }],
    },
  ]
}
