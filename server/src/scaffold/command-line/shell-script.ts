import { parseScript } from '../shell/parse-script.ts'
import { plainWord, type ShellCommand } from '../shell/script.ts'

/** What is left of a line, for a shell. */
export interface ShellScript {
  readonly script: string
  /** Whether the shell waits for its last commands. */
  readonly isPiped: boolean
}

/** What bash knows and other shells don't. Quoted it means nothing, and bash does no harm. */
const ofBash =
  /\[\[|[<>]\(|<<<|\|&|&>|\$'|\(\(|(?:^|[;&|\s])(?:source|shopt|declare|local|pushd)\s|pipefail|\$\{[^}]*(?:\/|\^|,|@|\[)/

/** The shell that a script is written for. */
export function shellFor(script: string): string {
  return ofBash.test(script) || bracesIn(script) ? '/bin/bash' : '/bin/sh'
}

/** Whether there are braces that bash makes several words of. */
export function bracesIn(source: string): boolean {
  const bare = source.replace(/\\.|'[^']*'|"(?:[^"\\]|\\.)*"|\$\{[^}]*\}/gs, '_')
  return /\{[^{}\s]*(?:,|\.\.)[^{}\s]*\}/.test(bare)
}

/**
 * The rest of a line as a script, in which the shell gives way to the last program where that changes nothing else.
 * @param from where the rest begins
 */
export function scriptFrom(line: string, from: number): ShellScript {
  const text = line.slice(from).trim()
  const { statements, opaqueFrom } = parseScript(text)
  const pipeline = statements.at(-1)?.pipelines.at(-1)
  const [command, ...piped] = pipeline?.commands ?? []
  if (!command || opaqueFrom !== undefined) return { script: text, isPiped: false }
  // systemd would take the service for ended when the shell is.
  const kept = statements.at(-1)?.inBackground ? text.replace(/\s*&\s*;?\s*$/, '') : text
  if (piped.length > 0) return { script: kept, isPiped: true }
  const at = pipeline?.after === '||' ? undefined : programAt(command, text)
  return { script: at === undefined ? kept : `${kept.slice(0, at)}exec ${kept.slice(at)}`, isPiped: false }
}

/** Where the program stands in a command, behind the assignments; undefined for what is none. */
function programAt({ words }: ShellCommand, text: string): number | undefined {
  const program = words.find(({ start, end }) => !/^[A-Za-z_]\w*=/.test(text.slice(start, end)))
  if (!program) return undefined
  const name = plainWord(program) ?? text.slice(program.start, program.end)
  return shellWords.test(name) ? undefined : program.start
}

/** The names of the programs that a script starts, as far as it can be read. */
export function programsIn(script: string): readonly string[] {
  const commands = parseScript(script).statements.flatMap(({ pipelines }) =>
    pipelines.flatMap((pipeline) => pipeline.commands),
  )
  const names = commands.flatMap(({ words }) => {
    const own = words.find((word) => {
      const source = script.slice(word.start, word.end)
      return !/^[A-Za-z_]\w*=/.test(source) && !/^(?:exec|nohup|env)$/.test(source)
    })
    const name = plainWord(own)
    return name === undefined || name.includes('/') || shellWords.test(name) ? [] : [name]
  })
  return [...new Set(names)]
}

/** What a shell does itself, so that there is nothing to give way to. */
const shellWords =
  /^(?:\.|:|\[|alias|break|builtin|cd|command|continue|declare|echo|eval|exec|exit|export|false|kill|local|printf|pwd|read|readonly|return|set|shift|shopt|source|test|times|trap|true|type|ulimit|umask|unset|wait)$/
