import { signalName } from '../data/process-ends.ts'
import type { Known } from '../known.ts'
import { type ShellCommand, shellScriptOf } from '../shell-script.ts'
import type { Command, CommandWord, Part } from '../values/commands/command-line.ts'
import { commandsOf } from './commands-of.ts'
import type { UnitContext } from './rule.ts'

/** A signal as a command or a directive names it. */
export interface NamedSignal extends Part {
  /** In capitals, without SIG. */
  readonly name: string
}

/** What a `kill` is told. */
export interface KillCall {
  /** Absent where it is the default, TERM. */
  readonly signal?: NamedSignal
  /** The processes that it names; several are possible. */
  readonly targets: readonly CommandWord[]
  readonly program: CommandWord
  /** Where the last of its words ends. */
  readonly to: number
}

/** A command that systemd runs, or a shell that it starts. */
export interface RunCommand extends Pick<ShellCommand, 'program' | 'arguments'> {
  /** True where systemd runs it itself, so that `$$` is a dollar sign to it. */
  readonly direct: boolean
  /** True where the places of its words are their own. */
  readonly exact: boolean
}

/** What was read last: several rules ask about one command, one after the other. */
let latest: Known | undefined
let latestCommands: readonly RunCommand[] = []

/** The commands that an assignment comes to, those of scripts for a shell instead of the shell. */
export function runBy(ctx: UnitContext, known: Known): readonly RunCommand[] {
  if (known !== latest) {
    latestCommands = readCommands(ctx, known)
    latest = known
  }
  return latestCommands
}

function readCommands(ctx: UnitContext, known: Known): readonly RunCommand[] {
  const { text } = ctx.value(known.assignment)
  return (commandsOf(ctx, known)?.commands ?? []).flatMap((command): readonly RunCommand[] => {
    const script = shellScriptOf(command, text)
    return script
      ? script.commands.map((each) => ({ ...each, direct: false, exact: script.exact }))
      : [{ program: command.program, arguments: command.arguments, direct: true, exact: true }]
  })
}

/** Reads a call of `kill`, procps's, util-linux's or a shell's; undefined for other programs, and where it kills nothing. */
export function killCallOf({
  program,
  arguments: words,
}: Pick<Command, 'program' | 'arguments'>): KillCall | undefined {
  if (!/(?:^|\/)kill$/.test(program.text)) return undefined
  let signal: NamedSignal | undefined
  const targets: CommandWord[] = []
  let optionsOver = false
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    const { text } = word
    if (optionsOver || !/^-./.test(text)) targets.push(word)
    else if (text === '--') optionsOver = true
    else if (/^(?:-[lLVh]|--(?:list|table|version|help))/.test(text)) return undefined
    else if (/^(?:-[sn]|--signal)$/.test(text)) {
      const next = words[++at]
      signal = next && { name: signalOf(next.text), from: word.from, to: next.to }
    } else if (/^(?:-[qp]|--(?:queue|timeout))$/.test(text)) at++
    else if (!signal)
      signal = {
        name: signalOf(text.replace(/^(?:-s?(?=SIG[A-Z])|--signal=|-)/, '')),
        from: word.from,
        to: word.to,
      }
    // A negative number behind the signal is a group of processes.
    else targets.push(word)
  }
  const to = words.at(-1)?.to ?? program.to
  return signal ? { signal, targets, program, to } : { targets, program, to }
}

/** A signal's name in capitals and without SIG, however it is written. */
export function signalOf(text: string): string {
  const name = /^\d+$/.test(text) ? (signalName(Number(text)) ?? text) : text.toUpperCase()
  return name.replace(/^SIG/, '')
}
