import { scriptValue } from '../quote.ts'
import { loggerLines } from '../shell/outputs.ts'
import { plainWord, type Script, type Statement } from '../shell/script.ts'
import { type Scope, type Surroundings, withLines } from '../shell/words.ts'

/** A process as ExecStart= and its like say it. */
export interface Converted {
  /** The value. */
  readonly command: string
  /** What is around it, with what its script has set itself. */
  readonly surroundings: Surroundings
  /** What runs in front of the program: nothing, a shell, or env(1). */
  readonly through: 'nothing' | 'shell' | 'env'
  /** What a reader should know, in whole sentences. */
  readonly comments: readonly string[]
}

/** A script, and who reads it. */
export interface Source {
  readonly text: string
  /** The path of the shell that reads it. */
  readonly shell: string
  /** Whether the shell ends with the first command that fails. */
  readonly stopsAtErrors: boolean
}

/** Said where a pipe into logger is undone. */
export const pipeComment =
  "The pipe into logger is gone: Upstart took logger's process for the service's. The journal has all output anyway, under SyslogIdentifier="

/** What is left of a script, in the hands of a shell. */
export function throughShell(
  script: Script,
  source: Source,
  { at, surroundings }: { readonly at: number; readonly surroundings: Surroundings },
  scope: Scope,
  name: string,
): Converted {
  const { statements, opaqueFrom } = script
  const last = opaqueFrom === undefined ? statements.at(-1) : undefined
  const start = statements[at]?.start ?? opaqueFrom ?? script.text.length
  let text = script.text
  let now = surroundings
  const comments: string[] = []
  const decisions: string[] = []
  const pipeline = last?.pipelines.at(-1)
  const logger = pipeline?.commands.length === 2 ? pipeline.commands[1] : undefined
  const logged =
    logger && !pipeline?.commands[0]?.hereDocument ? loggerLines(logger, now, scope, name) : undefined
  if (pipeline && logger && logged) {
    text = text.slice(0, pipeline.commands[0]!.end) + text.slice(logger.end)
    now = withLines(now, ...logged)
    comments.push(pipeComment)
  } else if ((pipeline?.commands.length ?? 1) > 1) {
    decisions.push(
      "the program's output goes through a pipe, and systemd takes the shell for the service's main process; let the program write to the journal, or to a file with StandardOutput=append:PATH",
    )
  }
  if (last?.inBackground) {
    decisions.push(
      "the script's last command goes on in the background ('&'), and systemd takes the service for ended when the shell is; take the '&' away",
    )
  }
  const words = pipeline?.commands[0]?.words.map(plainWord) ?? []
  decisions.push(...standsBetween(words.find((word) => word !== 'exec')))
  text = giveWay(text, last, logged !== undefined)
  const remains = text.slice(start).trim()
  comments.push(
    opaqueFrom === undefined && statements.length - at === 1
      ? 'A shell starts the program, which is written in a way that only a shell understands'
      : 'A shell runs the script: it does more than to start one program',
  )
  const body =
    source.stopsAtErrors && statements.length - at > (opaqueFrom === undefined ? 1 : 0)
      ? `set -e\n${remains}`
      : remains
  return {
    command: shellValue(source.shell, body),
    surroundings: { ...now, decisions: [...now.decisions, ...decisions] },
    through: 'shell',
    comments,
  }
}

/** What to do about a program that starts another one as a user, and that a unit can't stand in for as it is written. */
export function standsBetween(program: string | undefined): readonly string[] {
  if (!/^(?:\/\w+)*\/?(?:sudo|su|runuser|start-stop-daemon|setuidgid|chpst|gosu)$/.test(program ?? ''))
    return []
  return [
    `'${program}' stands between systemd and the program; better let User= set the user, and start the program itself`,
  ]
}

/** Puts `exec` before the last command where that changes nothing else: then the program is the main process. */
function giveWay(text: string, last: Statement | undefined, isUnpiped: boolean): string {
  const pipeline = last?.pipelines.at(-1)
  const [command, ...others] = pipeline?.commands ?? []
  const [word] = command?.words ?? []
  const isAlone = others.length === 0 || isUnpiped
  if (!command || !word || !isAlone || command.hereDocument) return text
  if (last?.inBackground || pipeline?.after === '||' || /\btrap\b/.test(text)) return text
  const name = text.slice(word.start, word.end)
  if (!/^(?:[\w.+@~-]*\/[\w.+@/-]+|[a-z][\w.+-]*)$/.test(name) || shellWords.test(name)) return text
  return `${text.slice(0, command.start)}exec ${text.slice(command.start)}`
}

/** What exec(1) can't give way to, or what is no program that stays. */
const shellWords =
  /^(?:alias|break|builtin|cd|chdir|command|continue|echo|eval|exec|exit|export|false|kill|local|printf|pwd|read|readonly|return|set|shift|source|start|stop|initctl|test|trap|true|type|ulimit|umask|unset|wait)$/

/** A script as a command line; its lines are shown as lines where more blanks at their beginnings mean nothing. */
export function shellValue(shell: string, script: string): string {
  if (script.includes('<<') || hasLongQuote(script)) return scriptValue(`${shell} -c`, script, false)
  return scriptValue(`${shell} -c`, script.replace(/\n\s*\n/g, '\n'), true)
}

/** Whether a quote goes on over the end of a line. */
function hasLongQuote(script: string): boolean {
  let quote: string | undefined
  for (let at = 0; at < script.length; at += 1) {
    const char = script[at]!
    if (quote !== undefined) {
      if (char === '\n') return true
      if (char === '\\' && quote === '"') at += 1
      else if (char === quote) quote = undefined
    } else if (char === '\\') at += 1
    else if (char === "'" || char === '"' || char === '`') quote = char
    else if (char === '#' && /(?:^|[\s;])$/.test(script.slice(Math.max(0, at - 1), at))) {
      const end = script.indexOf('\n', at)
      if (end < 0) return false
      at = end - 1
    }
  }
  return quote !== undefined
}
