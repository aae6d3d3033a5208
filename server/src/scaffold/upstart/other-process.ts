import { type Piece, pieceCommand } from '../quote.ts'
import { parseScript } from '../shell/parse-script.ts'
import { shellWord } from '../shell/quote-word.ts'
import { plainWord, type ShellCommand, type Statement } from '../shell/script.ts'
import { resolveWord, type Scope, type Surroundings, textOf } from '../shell/words.ts'
import type { JobProcess } from './job.ts'
import { findProgram } from './programs.ts'
import { shellValue } from './through-shell.ts'

/** The commands of a process that is not the main one, in order. */
export interface OtherCommands {
  readonly commands: readonly string[]
  readonly isShell: boolean
}

/**
 * Converts what runs before or after the main process. Simple commands become a line each, others a shell's script.
 * @param surroundings those of the job, without what the main script sets for itself
 * @param unitDirectory the folder of the unit, where that is another one than the job's
 */
export function convertOther(
  { kind, text }: JobProcess,
  surroundings: Surroundings,
  scope: Scope,
  unitDirectory: readonly Piece[] | undefined,
): OtherCommands {
  const source = kind === 'exec' ? `exec ${text}` : text
  const script = parseScript(source)
  const isElsewhere = unitDirectory !== surroundings.directory
  const lines =
    script.opaqueFrom === undefined
      ? script.statements.map((statement) => commandLine(statement, surroundings, scope, isElsewhere))
      : [undefined]
  // Nothing, where there are comments alone.
  if (lines.every((line) => line !== undefined)) {
    return { commands: lines.filter((line) => line !== ''), isShell: false }
  }
  const folder = isElsewhere ? `cd ${shellWord(textOf(surroundings.directory) ?? '/')}\n` : ''
  const isSeveral = kind === 'script' && (script.statements.length > 1 || script.opaqueFrom !== undefined)
  const body = `${isSeveral ? 'set -e\n' : ''}${folder}${source.trim()}`
  return { commands: [shellValue('/bin/sh', body)], isShell: true }
}

/** A statement as a line of its own; empty for one that does nothing, undefined for one that needs a shell. */
function commandLine(
  { pipelines, inBackground }: Statement,
  surroundings: Surroundings,
  scope: Scope,
  isElsewhere: boolean,
): string | undefined {
  const [pipeline, otherwise, ...more] = pipelines
  const [command, ...piped] = pipeline?.commands ?? []
  if (!command || piped.length > 0 || more.length > 0 || inBackground) return undefined
  if (otherwise && !isNothing(otherwise.after === '||' ? otherwise.commands : [])) return undefined
  if (command.redirects.length > 0 || command.hereDocument) return undefined
  const words = command.words.map((word) => resolveWord(word, surroundings, scope))
  if (!words.every((word) => word !== undefined)) return undefined
  const [program, ...args] = textOf(words[0]) === 'exec' ? words.slice(1) : words
  if (program && args.length === 0 && /^(?::|true)$/.test(textOf(program) ?? '')) return ''
  const found = program && findProgram(program, surroundings)
  if (!found || unknownIn(args, surroundings)) return undefined
  if (isElsewhere && args.some(isRelative)) return undefined
  const line = pieceCommand(found.program, [...found.before, ...args])
  return otherwise ? `-${line}` : line
}

/** `|| true`, which is to say that a failure does not matter. */
function isNothing(commands: readonly ShellCommand[]): boolean {
  const [command, ...more] = commands
  if (!command || more.length > 0 || command.words.length !== 1) return false
  return /^(?::|true|\/bin\/true)$/.test(plainWord(command.words[0]) ?? '')
}

function unknownIn(args: readonly (readonly Piece[])[], { environment }: Surroundings): boolean {
  return args
    .flat()
    .some((piece) => typeof piece === 'object' && 'variable' in piece && !environment.has(piece.variable))
}

/** Whether a word looks like a path from the current folder. */
function isRelative([first]: readonly Piece[]): boolean {
  return typeof first === 'string' && /^[^/-][^:]*\//.test(first)
}
