import type { Command, CommandWord } from './values/commands/command-line.ts'

/** A program with its arguments, as a shell runs it. Places are indices into the value that holds the script. */
export interface ShellCommand {
  readonly program: CommandWord
  readonly arguments: readonly CommandWord[]
  /** Files that its output goes to. */
  readonly outputs: readonly CommandWord[]
  readonly redirected: boolean
}

/** A script that a command hands to a shell. */
export interface ShellScript {
  /** The shell as it is called: `sh`, `dash` or `bash`. */
  readonly shell: string
  /** The argument that holds the script. */
  readonly word: CommandWord
  /** Its commands in order; assignments alone are none. */
  readonly commands: readonly ShellCommand[]
  /** How many commands at the end are joined by `|`; 1 where there is no pipe. */
  readonly piped: number
  /** True where the places of words are their own, and not that of the whole script. */
  readonly exact: boolean
}

/** Words with which something begins that is more than a list of commands. */
const keywords: ReadonlySet<string> = new Set(
  '! { } [[ if then elif else fi for while until do done case esac select function time coproc'.split(' '),
)

const shellName = /(?:^|\/)(sh|dash|bash)$/

/**
 * The script of `sh -c 'SCRIPT'`, where it is a plain list of commands joined by `;`, `&&`, `|` and line breaks.
 * Undefined where the command is no such shell, and where the script holds more than that: branches, loops, groups,
 * functions, `||`, commands in the background, here-documents, comments.
 * @param text the value that the command stands in
 */
export function shellScriptOf(command: Command, text: string): ShellScript | undefined {
  // Behind `|` systemd starts the user's own shell, whichever that is.
  if (command.prefixes.some(({ char }) => char === '|')) return undefined
  const viaEnv = /(?:^|\/)env$/.test(command.program.text)
  const first = viaEnv ? command.arguments[0] : command.program
  const shell = shellName.exec(first?.text ?? '')?.[1]
  if (shell === undefined) return undefined
  const word = scriptWord(viaEnv ? command.arguments : [command.program, ...command.arguments])
  if (!word) return undefined
  const read = readScript(word.text)
  if (!read) return undefined
  const raw = text.slice(word.from, word.to)
  const shift = raw === word.text ? 0 : raw.slice(1, -1) === word.text ? 1 : undefined
  const place = (part: CommandWord): CommandWord =>
    shift === undefined
      ? { ...part, from: word.from, to: word.to }
      : { ...part, from: word.from + shift + part.from, to: word.from + shift + part.to }
  const commands = read.commands.map((each) => ({
    program: place(each.program),
    arguments: each.arguments.map(place),
    outputs: each.outputs.map(place),
    redirected: each.redirected,
  }))
  return { shell, word, commands, piped: read.piped, exact: shift !== undefined }
}

/** A command of a script without an `exec` in front of it. */
export function withoutExec(command: ShellCommand): Pick<ShellCommand, 'program' | 'arguments'> {
  const [program, ...rest] = command.arguments
  return command.program.text === 'exec' && program ? { program, arguments: rest } : command
}

/** The argument that is the script: the first one that is no option, where an option before it was `-c`. */
function scriptWord([, ...words]: readonly CommandWord[]): CommandWord | undefined {
  let hasC = false
  for (let at = 0; at < words.length; at++) {
    const { text } = words[at]!
    if (/^--(?:rcfile|init-file)$/.test(text)) at++
    else if (/^--./.test(text)) continue
    else if (/^[-+]\w/.test(text)) {
      if (text.startsWith('-') && text.includes('c')) hasC = true
      if (/o/i.test(text)) at++
    } else return hasC ? words[at] : undefined
  }
  return undefined
}

interface Draft {
  readonly words: CommandWord[]
  readonly outputs: CommandWord[]
  redirected: boolean
}

/** Reads a script; indices are those of its own text. */
function readScript(script: string): Pick<ShellScript, 'commands' | 'piped'> | undefined {
  const commands: ShellCommand[] = []
  let piped = 1
  let draft: Draft = { words: [], outputs: [], redirected: false }
  const end = (): boolean => {
    const at = draft.words.findIndex(({ text }) => !/^\w+\+?=/.test(text))
    const isNothing = draft.words.length === 0 && !draft.redirected
    const [program, ...rest] = at < 0 ? [] : draft.words.slice(at)
    if (program) {
      const { outputs, redirected } = draft
      commands.push({ program, arguments: rest, outputs, redirected })
    }
    draft = { words: [], outputs: [], redirected: false }
    return !isNothing
  }
  for (let at = 0; at < script.length; ) {
    const rest = script.slice(at)
    const blank = /^(?:[ \t]|\\\n)+/.exec(rest)?.[0]
    if (blank !== undefined) {
      at += blank.length
      continue
    }
    const redirection = /^(?:\d*(>>|>\||>&|<&|<>|>|<(?!<))|(&>>?))[ \t]*/.exec(rest)
    if (redirection) {
      at += redirection[0].length
      const target = readWord(script, at)
      if (!target) return undefined
      draft.redirected = true
      const operator = redirection[1] ?? redirection[2]!
      if (!operator.startsWith('<') && operator !== '>&') draft.outputs.push(target)
      at = target.to
      continue
    }
    const joint = /^(?:&&|\|(?!\|)&?|;(?!;)|\n)/.exec(rest)?.[0]
    if (joint !== undefined) {
      const ended = end()
      // Only line breaks may stand where there is nothing to end.
      if (!ended && joint !== '\n') return undefined
      if (joint.startsWith('|')) piped++
      else if (ended && script.slice(at + joint.length).trim() !== '') piped = 1
      at += joint.length
      continue
    }
    if (/^[&|;()<>#]/.test(rest)) return undefined
    const word = readWord(script, at)
    if (!word) return undefined
    if (draft.words.length === 0 && keywords.has(word.text)) return undefined
    draft.words.push(word)
    at = word.to
  }
  end()
  return commands.length === 0 ? undefined : { commands, piped }
}

/** Reads a word of a script, its quotes taken off; what `$( )` and backticks hold stays as it is. */
function readWord(script: string, from: number): CommandWord | undefined {
  let at = from
  let text = ''
  while (at < script.length && !/[\s;&|<>()]/.test(script[at]!)) {
    const piece = /^(?:'[^']*'|"(?:[^"\\]|\\[\s\S])*"|\\[\s\S]|`[^`]*`)/.exec(script.slice(at))?.[0]
    if (piece !== undefined) {
      text += /^['"]/.test(piece) ? piece.slice(1, -1) : piece.startsWith('\\') ? piece.slice(1) : piece
      at += piece.length
    } else if (/^['"`\\]/.test(script[at]!)) return undefined
    else if (script.startsWith('$(', at)) {
      const close = closingParen(script, at + 1)
      if (close === undefined) return undefined
      text += script.slice(at, close)
      at = close
    } else text += script[at++]
  }
  return at === from ? undefined : { text, from, to: at }
}

/** The place behind the parenthesis that closes the one at `from`. */
function closingParen(script: string, from: number): number | undefined {
  let depth = 0
  for (let at = from; at < script.length; at++) {
    if (script[at] === '(') depth++
    else if (script[at] === ')' && --depth === 0) return at + 1
  }
  return undefined
}
