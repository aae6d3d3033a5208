import type { Fix } from '../../base/edit.ts'
import type { Command } from '../model/command.ts'
import type { MonitTree } from '../syntax/tree.ts'
import { baseName, quotedText } from './command-words.ts'
import { monitManual, monitRule } from './rule.ts'
import { holdsTag } from './tags.ts'

// Each part begins with another character, so that a text can be read in one way only.
const value = String.raw`(?:<%=[^%]*%>|\{\{[^}]*\}\}|<(?!%=)|\{(?!\{)|[^\s'"<{])+`
const option = String.raw`(?:[ug]id\s+${value}|timeout\s+\d+\s+s(?:econds?)?)`
const lead = String.raw`(?:as|and|with|using)\s+`
/** What is written behind a command for monit, at the end of one: `as uid a and gid b`, `with timeout 60 seconds`. */
const options = new RegExp(String.raw`\s(${lead}${option}(?:\s+(?:${lead})?${option})*)$`, 'i')
/** Nobody writes more of them, in characters; a longer text is not searched from each of its words. */
const longest = 400

export const optionInsideQuotes = monitRule({
  id: 'option-inside-quotes',
  kind: 'trap',
  severity: 'warning',
  reach: 'check',
  docs: {
    summary: 'a user or a timeout within the quotes of a command, where it is no longer monit’s',
    why: 'Between the double quotes everything is the program and its arguments. `"/srv/web/run as uid deploy"` runs as root, with the arguments `as`, `uid` and `deploy`, and `monit -t` finds nothing wrong. What is meant for monit stands behind the closing quote.',
    bad: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/bin/bash -lc \'/srv/web/run\' as uid deploy and gid deploy"\n',
      },
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/srv/web/run with timeout 60 seconds"\n',
      },
    ],
    good: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/bin/bash -lc \'/srv/web/run\'" as uid deploy and gid deploy\n',
      },
    ],
    refs: [monitManual('SERVICE METHODS', 'SERVICE-METHODS')],
  },
  on: {
    command(ctx, { command }) {
      const { tree } = ctx.document
      const [, found] = options.exec(quotedText(tree, command)?.trimEnd().slice(-longest) ?? '') ?? []
      const program = command.arguments[0]
      if (found === undefined || !program || holdsTag(tree, program)) return
      const start = tree.text.lastIndexOf(found, command.quotes!.close - 1)
      const end = start + found.length
      // Within a script in single quotes they may be words of that.
      if (command.arguments.some((word) => word.quote && word.end > start)) return
      const isUser = /\b[ug]id\s/i.test(found)
      const runsAs = isUser && command.users.length === 0 ? ', which runs as root' : ''
      ctx.report(
        { start, end },
        `within the quotes these are arguments of '${baseName(program.text)}'${runsAs}; what is for monit stands behind the closing quote`,
        { severity: runsAs ? 'error' : 'warning', fixes: moveBehind(tree, command, found, start) },
      )
    },
  },
})

function moveBehind({ text }: MonitTree, command: Command, found: string, start: number): readonly Fix[] {
  const { quotes, users, groups, timeout, arguments: words } = command
  const hasTimeout = /\btimeout\s/i.test(found)
  const isTwice = /\b[ug]id\s/i.test(found) ? users.length + groups.length > 0 : false
  // monit takes no user behind a timeout, and one timeout.
  const isMixed =
    hasTimeout && (timeout || users.length + groups.length > 0 || /timeout.*[ug]id/is.test(found))
  if (isTwice || isMixed || words.some(({ isAppended }) => isAppended)) return []
  const { close } = quotes!
  const from = text.slice(0, start).trimEnd().length
  return [
    {
      title: 'Move it behind the quotes',
      safe: false,
      edits: [
        { span: { start: from, end: close }, newText: '' },
        { span: { start: close + 1, end: close + 1 }, newText: ` ${found}` },
      ],
    },
  ]
}
