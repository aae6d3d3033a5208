import { doubleQuotes, innerQuote, singleQuotes, splitArgument } from './quotes-of-command.ts'
import { monitManual, monitRule } from './rule.ts'
import { isToldBySyntax } from './syntax/mistakes.ts'

export const nestedQuotes = monitRule({
  id: 'nested-quotes',
  kind: 'trap',
  severity: 'error',
  reach: 'check',
  docs: {
    summary: 'double quotes within the double quotes of a command, or single ones within its single ones',
    why: "The second double quote ends the command, whatever stands before it: monit knows no way to escape one, and `\\\"` is a backslash and the end. The words behind it are appended as arguments, without quotes, or are a syntax error where one of them is a word of monit. Within the double quotes single ones keep blanks together, and in them double ones are plain characters. A single quote in them ends the argument: with `-c 'ps | awk '{print $2}''` the script is `ps | awk`, and the rest becomes arguments of the shell.",
    bad: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/bin/bash -c "cd /srv/web && ./run""\n',
      },
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/bin/bash -c \\"./run\\""\n',
      },
      {
        file: 'web.monit',
        text: "check process web with pidfile /run/web.pid\n  stop program = \"/bin/sh -c 'ps ax | awk '/web/ {print $1}' | xargs kill'\"\n",
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
      const split = splitArgument(tree, command)
      if (split) {
        ctx.report(
          { start: split.end - 1, end: split.end },
          'this single quote ends what the one before it began, and another argument follows; use double quotes inside',
          { fixes: doubleQuotes(tree, command, split) },
        )
        return
      }
      const quote = innerQuote(tree, command)
      if (!quote || isToldBySyntax(ctx, quote)) return
      const escaped = tree.text[quote.start] === '\\'
      ctx.report(
        quote,
        escaped
          ? 'a backslash does not hide a double quote from monit: the command ends here; use single quotes inside'
          : 'this double quote ends the command, and what follows is no longer quoted; use single quotes inside',
        { fixes: singleQuotes(tree, command, quote) },
      )
    },
  },
})
