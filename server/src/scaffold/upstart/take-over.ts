import { redirected } from '../shell/outputs.ts'
import { plainWord, type ShellCommand, type Statement } from '../shell/script.ts'
import {
  assignmentOf,
  folderMeant,
  pathFrom,
  type Scope,
  type Surroundings,
  withLines,
} from '../shell/words.ts'
import { resourceLine } from './limits.ts'

/** What a statement comes to. */
export interface TakenOver {
  readonly surroundings: Surroundings
  /** Whether it means something to the commands of the same shell only. */
  readonly isShells?: true
}

/** What a statement in front of the program comes to in a unit; undefined where it must be run. */
export function takeOver(statement: Statement, now: Surroundings, scope: Scope): TakenOver | undefined {
  const command = soleCommand(statement)
  if (!command || command.hereDocument) return undefined
  const [program, ...args] = command.words
  const name = plainWord(program)
  if (command.redirects.length > 0) {
    if (name !== 'exec' || args.length > 0) return undefined
    const output = redirected(command.redirects, now, scope)
    return output && { surroundings: { ...now, output } }
  }
  if (program && assignmentOf(program, now, scope)) return assign(command, now, scope)
  switch (name) {
    case 'cd':
    case 'chdir':
      return changeFolder(args, now, scope)
    case 'export':
      return exportAll(args, now, scope)
    case ':':
    case 'true':
      return args.length === 0 ? { surroundings: now } : undefined
    case 'set':
      return args.length === 1 && /^[-+][eux]+$/.test(plainWord(args[0]) ?? '')
        ? { surroundings: now, isShells: true }
        : undefined
    case 'umask': {
      const mask = args.length === 1 ? plainWord(args[0]) : undefined
      return /^[0-7]{1,4}$/.test(mask ?? '') ? { surroundings: withLines(now, ['UMask', mask!]) } : undefined
    }
    case 'ulimit':
      return limit(args.map(plainWord), now)
    default:
      return undefined
  }
}

function soleCommand({ pipelines, inBackground }: Statement): ShellCommand | undefined {
  const [pipeline] = pipelines
  if (inBackground || pipelines.length !== 1 || pipeline?.commands.length !== 1) return undefined
  return pipeline.commands[0]
}

function assign(command: ShellCommand, now: Surroundings, scope: Scope): TakenOver | undefined {
  let surroundings = now
  for (const word of command.words) {
    const assignment = assignmentOf(word, surroundings, scope)
    if (!assignment) return undefined
    const [name, value] = assignment
    // What came with the environment goes on with it.
    const list = name === 'PATH' || surroundings.environment.has(name) ? 'environment' : 'locals'
    surroundings = { ...surroundings, [list]: new Map(surroundings[list]).set(name, value) }
  }
  return { surroundings, isShells: true }
}

function exportAll(args: ShellCommand['words'], now: Surroundings, scope: Scope): TakenOver | undefined {
  const environment = new Map(now.environment)
  for (const word of args) {
    const surroundings = { ...now, environment }
    const assignment = assignmentOf(word, surroundings, scope)
    const name = assignment?.[0] ?? plainWord(word)
    const value = assignment?.[1] ?? now.locals.get(name ?? '') ?? environment.get(name ?? '')
    if (name === undefined || value === undefined) return undefined
    environment.set(name, value)
  }
  return args.length === 0 ? undefined : { surroundings: { ...now, environment } }
}

function changeFolder(args: ShellCommand['words'], now: Surroundings, scope: Scope): TakenOver | undefined {
  const path = folderMeant(args, now, scope)
  const directory = path && pathFrom(now.directory, path)
  return directory && { surroundings: { ...now, directory } }
}

function limit(words: readonly (string | undefined)[], now: Surroundings): TakenOver | undefined {
  const [first, ...rest] = words
  const flags = /^-([HS]*)([a-z])$/.exec(first ?? '')
  if (flags?.[1] !== '' || rest.length !== 1) return undefined
  const line = resourceLine(flags[2]!, rest[0] ?? '')
  return line && { surroundings: withLines(now, line) }
}
