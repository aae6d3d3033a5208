import type { Fix } from '../../base/edit.ts'
import type { Span } from '../../base/span.ts'
import type { Argument, Command } from '../model/command.ts'
import { kindOf } from '../syntax/tokens.ts'
import type { MonitTree, Statement } from '../syntax/tree.ts'
import type { CommandUse } from './rule.ts'
import { holdsTag } from './tags.ts'

/** What rules about commands share: which program it is, which shell script, and how to give a command to a shell. */

/** The name of a program without its folder. */
export function baseName(program: string): string {
  return program.slice(program.lastIndexOf('/') + 1)
}

/** Where a word stands, without what else is known of it. */
export function placeOf({ start, end }: Span): Span {
  return { start, end }
}

/** What stands between the double quotes of a command; undefined where there are none, or no second one. */
export function quotedText(tree: MonitTree, { quotes }: Command): string | undefined {
  return quotes?.isClosed ? tree.text.slice(quotes.open + 1, quotes.close) : undefined
}

/** The end of a command, its closing quote included. */
export function endOfCommand({ quotes, end }: Command): number {
  return quotes?.isClosed ? Math.max(end, quotes.close + 1) : end
}

/** The end of a statement; where a command ends it, its closing quote belongs to it. */
export function endOfStatement({ tokens }: MonitTree, { first, after, end }: Statement): number {
  for (let token = after - 1; token >= first; token--) {
    const close = tokens.closingQuotes.get(token)
    if (close !== undefined) return Math.max(end, close + 1)
  }
  return end
}

/** A shell that is started to run a script: `/bin/bash -lc '…'`. */
export interface ShellScript {
  /** The word that ends in `c`: `-c`, `-lc`. */
  readonly option: Argument
  readonly script: Argument
  /** Where the words behind the script begin. */
  readonly next: number
  /** True where the shell reads the login profile first. */
  readonly isLogin: boolean
}

const shells: ReadonlySet<string> = new Set(['sh', 'bash', 'dash', 'zsh', 'ksh', 'ash'])

/** True for the path or name of a shell. */
export function isShell(program: string): boolean {
  return shells.has(baseName(program))
}

/**
 * The script that a command hands to a shell.
 * @param from the argument that should be the shell
 * @returns undefined where that is no shell, or one that runs a file
 */
export function shellScriptOf({ arguments: words }: Command, from = 0): ShellScript | undefined {
  if (!words[from] || !isShell(words[from].text)) return undefined
  let isLogin = false
  for (let at = from + 1; at < words.length; at++) {
    const option = words[at]!
    if (!/^-/.test(option.text)) return undefined
    if (/^(?:--login|-[a-z]*l[a-z]*)$/.test(option.text)) isLogin = true
    if (!/^-[a-z]*c$/.test(option.text)) continue
    const script = words[at + 1]
    return script && { option, script, next: at + 2, isLogin }
  }
  return undefined
}

/** True where monit reads the user that a command is to run as, and it is not root. */
export function hasOrdinaryUser({ users }: Command): boolean {
  const user = users.at(-1)?.text
  return user !== undefined && user !== 'root' && user !== '0'
}

/**
 * The group that a user's programs are usually in, as monit's `gid` takes it. Distributions make a group of the user's
 * name for each user; that of `nobody` is called `nogroup` by some, and has the same number everywhere.
 * @param written the user as it stands in the file, quotes and all
 */
export function usualGroup(user: string, written: string): string {
  return user === 'nobody' ? '65534' : written
}

/**
 * Text as the script of a shell within monit's double quotes: in single quotes, which monit takes off. Pieces that had
 * single quotes get double ones.
 * @returns undefined where that would change what the text says: monit knows no way to escape a quote
 */
export function asShellScript(raw: string): string | undefined {
  // monit decodes escapes within quotes, and a line break would be one to the shell.
  if (raw.includes('\\') || raw.includes('"')) return undefined
  const script = raw
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(/(?<=^|\s)'([^'"$`\n!]*)'(?=\s|$)/g, '"$1"')
  return script.includes("'") ? undefined : `'${script}'`
}

/** The fix that puts a command into the hands of a shell. */
export function wrapInShell(tree: MonitTree, { command }: Pick<CommandUse, 'command'>): readonly Fix[] {
  const { quotes, arguments: words } = command
  const raw = quotedText(tree, command)
  if (raw === undefined || !quotes || words.some(({ isAppended }) => isAppended)) return []
  const script = asShellScript(raw)
  if (script === undefined) return []
  const shell = /\[\[|&>|<<<|\bsource\s/.test(raw) ? '/bin/bash' : '/bin/sh'
  return [
    {
      title: `Run it through ${shell}`,
      safe: false,
      edits: [{ span: { start: quotes.open + 1, end: quotes.close }, newText: `${shell} -c ${script}` }],
    },
  ]
}

/** The words in a command's quotes that have no quotes of their own and whose text is known. */
export function bareWords(tree: MonitTree, { arguments: words }: Command): readonly Argument[] {
  return words.filter((word) => {
    return word.quote === undefined && !word.isAppended && isArgument(tree, word) && !holdsTag(tree, word)
  })
}

/** True for a word in the quotes of a command; without quotes monit's own words end it, and its rules are others. */
function isArgument({ tokens }: MonitTree, { token }: Argument): boolean {
  return kindOf(tokens, token) === 'ARGUMENT'
}
