import type { Fix } from '../../base/edit.ts'
import type { Argument } from '../model/command.ts'
import { type MonitTree, tokenText } from '../syntax/tree.ts'
import { placeOf } from './command-words.ts'
import { monitManual, monitRule } from './rule.ts'
import { holdsTag } from './tags.ts'

export const commandAsOneWord = monitRule({
  id: 'command-as-one-word',
  kind: 'trap',
  severity: 'error',
  reach: 'check',
  docs: {
    summary: 'a program with its arguments in single quotes, which monit takes for the name of one program',
    why: "monit splits at blanks what stands in double quotes. A text in single quotes is one word: of `start program '/srv/web/run --port 80'` it looks for a program that is called `/srv/web/run --port 80`, blanks and all. `monit -t` warns that the program does not exist, and nothing is ever started.",
    bad: [
      {
        file: 'web.monit',
        text: "check process web with pidfile /run/web.pid\n  start program '/srv/web/run --port 80'\n  if cpu > 90% for 5 cycles then exec '/srv/web/tell busy'\n",
      },
    ],
    good: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program "/srv/web/run --port 80"\n  stop program \'/srv/web/halt\'\n',
      },
    ],
    refs: [monitManual('SERVICE METHODS', 'SERVICE-METHODS')],
  },
  on: {
    command(ctx, { command }) {
      const { tree } = ctx.document
      const [program] = command.arguments
      if (command.quotes || program?.quote !== "'" || holdsTag(tree, program)) return
      if (!hasArguments(program.text)) return
      ctx.report(
        placeOf(program),
        `monit looks for one program that is called '${program.text}'; only in double quotes are its arguments told apart`,
        { fixes: doubleQuotes(tree, program) },
      )
    },
  },
})

/** True for a program and more, rather than a path with blanks in it: a part of such a path goes on with a slash. */
function hasArguments(text: string): boolean {
  const [path = '', ...rest] = text.trim().split(/\s+/)
  return /^\/./.test(path) && rest.length > 0 && rest.every((word) => !/^[^/=-][^=]*\//.test(word))
}

function doubleQuotes(tree: MonitTree, { token, start, end }: Argument): readonly Fix[] {
  const inner = tokenText(tree, token).slice(1, -1)
  if (/["\\]/.test(inner)) return []
  return [
    { title: 'Write double quotes', safe: false, edits: [{ span: { start, end }, newText: `"${inner}"` }] },
  ]
}
