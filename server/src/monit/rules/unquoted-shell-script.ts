import type { Fix } from '../../base/edit.ts'
import type { Command } from '../model/command.ts'
import type { MonitTree } from '../syntax/tree.ts'
import { asShellScript, baseName, type ShellScript, shellScriptOf } from './command-words.ts'
import { monitManual, monitRule } from './rule.ts'
import { holdsTag } from './tags.ts'

export const unquotedShellScript = monitRule({
  id: 'unquoted-shell-script',
  kind: 'trap',
  severity: 'error',
  reach: 'check',
  docs: {
    summary: 'a script behind `-c` without quotes, of which the shell runs the first word only',
    why: 'A shell takes the one argument behind `-c` as its script. monit splits what stands in double quotes at blanks, so in `/bin/bash -c cd /srv/web` the script is `cd`, and the rest becomes `$0` and `$1`. The shell ends without a word of complaint and nothing was started. Single quotes keep a script together.',
    bad: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/bin/bash -c cd /srv/web && ./run"\n',
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
      const found = scriptWithoutQuotes(tree, command)
      if (!found) return
      const { script } = found
      const { end } = command.arguments.findLast(({ isAppended }) => !isAppended)!
      const shell = baseName(command.arguments[0]!.text)
      ctx.report(
        { start: script.start, end },
        `'${shell}' runs '${script.text}' alone, as only the first word behind '${found.option.text}' is its script; put all of it in single quotes`,
        { fixes: quote(tree, script.start, end) },
      )
    },
  },
})

/** True where a shell gets a script that lost its quotes. */
export function isUnquotedScript(tree: MonitTree, command: Command): boolean {
  return scriptWithoutQuotes(tree, command) !== undefined
}

function scriptWithoutQuotes(tree: MonitTree, command: Command): ShellScript | undefined {
  if (!command.quotes) return undefined
  const found = shellScriptOf(command)
  const following = found && command.arguments[found.next]
  if (!found || !following || following.isAppended) return undefined
  const { script } = found
  // A script in a file, or a tag that may print quotes and all.
  if (script.isAppended || script.quote || /['"\\]/.test(script.text) || holdsTag(tree, script))
    return undefined
  return found
}

function quote(tree: MonitTree, start: number, end: number): readonly Fix[] {
  const script = asShellScript(tree.text.slice(start, end))
  if (script === undefined) return []
  return [
    {
      title: 'Put the script in single quotes',
      safe: false,
      edits: [{ span: { start, end }, newText: script }],
    },
  ]
}
