// A command line as a person types it, taken apart into what a unit says in lines of their own.
import { isProgram, type Piece } from '../quote.ts'
import { outputLines, redirected } from '../shell/outputs.ts'
import { parseScript } from '../shell/parse-script.ts'
import { plainWord, type ShellCommand, type ShellWord } from '../shell/script.ts'
import {
  assignmentOf,
  folderMeant,
  pathFrom,
  resolveWord,
  type Scope,
  type Surroundings,
  settle,
  textOf,
  unsetIn,
} from '../shell/words.ts'
import { takeAssignments, unwrap } from '../shell/wrappers.ts'
import type { Manager } from '../template.ts'
import type { Assignment } from '../unit-text.ts'
import { bracesIn, scriptFrom, shellFor } from './shell-script.ts'

/** How a service is to start what a command line says. */
export interface ReadCommand {
  readonly directory: readonly Piece[]
  readonly environment: ReadonlyMap<string, readonly Piece[]>
  /** Other lines for [Service]: where outputs go, and what programs such as nice(1) set. */
  readonly lines: readonly Assignment[]
  readonly start: Start
  /** Whether the line itself runs it as another user, with sudo(8) and its like. */
  readonly changesUser: boolean
  /** The variables in it that nothing in the line sets. */
  readonly unset: readonly string[]
  /** What a reader of the unit should know, in whole sentences. */
  readonly remarks: readonly string[]
}

export type Start =
  /** A program by its path. */
  | { readonly kind: 'program'; readonly program: readonly Piece[]; readonly args: Words }
  /** A program by its name alone. */
  | { readonly kind: 'name'; readonly name: string; readonly args: Words }
  /** What only a shell understands. */
  | { readonly kind: 'script'; readonly shell: string; readonly script: string }
  /** Nothing: the line only sets something. */
  | { readonly kind: 'nothing' }

type Words = readonly (readonly Piece[])[]

/** Nothing of it is an instance of a template. */
const scope: Scope = { instance: new Set(), specifier: 'i' }

/** What stands in front of the program in a line, as far as it has been read. */
interface Reading {
  readonly line: string
  readonly shell: string | undefined
  readonly now: Surroundings
  readonly remarks: readonly string[]
  readonly depth: number
}

/**
 * Reads a command line.
 * @param directory the absolute path that it is typed in; `~/` for the home folder of a user's manager
 */
export function readCommand(line: string, manager: Manager, directory: string): ReadCommand {
  const isUsers = manager === 'user'
  const start: Surroundings = {
    directory: pathPieces(directory, manager),
    environment: new Map(),
    // The system's systemd has root's for these; there systemd sets the variables by User=.
    locals: isUsers
      ? new Map([
          ['HOME', [{ specifier: 'h' }]],
          ['USER', [{ specifier: 'u' }]],
          ['LOGNAME', [{ specifier: 'u' }]],
        ])
      : new Map(),
    // Nobody in particular, and not root.
    user: '',
    group: undefined,
    output: { out: undefined, error: undefined },
    lines: [],
    decisions: [],
  }
  return read({ line, shell: undefined, now: start, remarks: [], depth: 0 })
}

/** An absolute path; one that begins with `~/` is in the home folder of a user's manager. */
export function pathPieces(path: string, manager: Manager): readonly Piece[] {
  return manager === 'user' && path.startsWith('~/') ? [{ specifier: 'h' }, path.slice(1)] : [path]
}

/** A path from the folder that it is meant in; undefined for what lies in no known folder. */
function placeFrom(
  directory: readonly Piece[] | undefined,
  path: readonly Piece[],
): readonly Piece[] | undefined {
  const [first] = path
  const isAtHome = typeof first === 'object' && 'specifier' in first && first.specifier === 'h'
  return isAtHome ? path : pathFrom(directory, path)
}

function read(reading: Reading): ReadCommand {
  const { line } = reading
  const { statements, opaqueFrom } = parseScript(line)
  let { now } = reading
  // Each part that is parted by `;` or `&&`; what is parted by `||` belongs together.
  const steps = statements.flatMap(({ pipelines, inBackground }) =>
    pipelines.map((pipeline, at) => ({
      ...pipeline,
      inBackground: inBackground && at === pipelines.length - 1,
      leadsOn: pipelines[at + 1]?.after !== '||',
    })),
  )
  let rest = 0
  let from = 0
  for (const [at, step] of steps.entries()) {
    const [command, ...piped] = step.commands
    if (piped.length > 0 || step.inBackground || !step.leadsOn || step.after === '||') break
    const next = takeOver(command!, now, line)
    if (!next) break
    now = next
    rest = at + 1
    from = steps[rest]?.commands[0]?.start ?? opaqueFrom ?? line.length
  }
  const last = steps[rest]
  if (!last && opaqueFrom === undefined) return finish({ kind: 'nothing' }, { ...reading, now })
  const isSole = rest === steps.length - 1 && opaqueFrom === undefined
  const direct =
    isSole && last?.commands.length === 1
      ? startOne(last.commands[0]!, { ...reading, now }, last.inBackground)
      : undefined
  if (direct) return direct
  const { script, isPiped } = scriptFrom(line, from)
  return finish(
    { kind: 'script', shell: reading.shell ?? shellFor(script), script },
    {
      ...reading,
      now,
      remarks: [
        ...reading.remarks,
        isPiped
          ? 'A shell starts this, and stays the main process because of the pipe'
          : 'A shell starts this: only a shell knows what all of it means',
      ],
    },
  )
}

/** What a command in front of the program comes to in a unit; undefined where it must be run. */
function takeOver(command: ShellCommand, now: Surroundings, line: string): Surroundings | undefined {
  if (command.redirects.length > 0 || command.hereDocument) return undefined
  const words = command.words.map((word) => withHome(word, line))
  const [program, ...args] = words
  switch (plainWord(program)) {
    case 'cd': {
      const path = folderMeant(args, now, scope)
      const directory = path && placeFrom(now.directory, path)
      return directory && { ...now, directory }
    }
    case 'export':
      return args.length === 0 ? undefined : assign(args, now)
    default:
      return assign(words, now)
  }
}

function assign(words: readonly ShellWord[], now: Surroundings): Surroundings | undefined {
  const environment = new Map(now.environment)
  for (const word of words) {
    const assignment = assignmentOf(tildeBehind(word), { ...now, environment }, scope)
    if (!assignment) return undefined
    environment.set(...assignment)
  }
  return { ...now, environment }
}

/** A command as a program with its arguments; undefined where a shell must start it. */
function startOne(command: ShellCommand, reading: Reading, inBackground: boolean): ReadCommand | undefined {
  const { line } = reading
  // A shell keeps this one itself.
  const locals = new Map(reading.now.locals).set('PWD', reading.now.directory ?? ['/'])
  const now = { ...reading.now, locals }
  if (command.hereDocument) return undefined
  const output = redirected(
    command.redirects.map((redirect) => ({ ...redirect, target: withHome(redirect.target, line) })),
    now,
    scope,
  )
  if (!output) return undefined
  const words = command.words.map((word, at) => {
    const shown = withHome(word, line)
    const isAssignment = command.words
      .slice(0, at + 1)
      .every((each) => /^[A-Za-z_]\w*=/.test(sourceOf(each, line)))
    return resolveWord(isAssignment ? tildeBehind(shown) : shown, now, scope)
  })
  if (!words.every((word) => word !== undefined)) return undefined
  const remarks = inBackground
    ? [...reading.remarks, "The '&' is gone: systemd itself keeps the program in the background"]
    : reading.remarks
  return startWords(words, { ...reading, now: { ...now, output }, remarks })
}

function startWords(words: Words, reading: Reading): ReadCommand | undefined {
  const assigned = takeAssignments(words, reading.now)
  if (!assigned) return undefined
  const next = { ...reading, now: assigned.surroundings }
  const inner = unwrap(assigned.rest, next.now)
  // Nobody wraps so deeply; it keeps hostile text from filling the stack.
  if (inner && reading.depth < 20) {
    const name = textOf(assigned.rest[0]) ?? ''
    const isNeedless = /^(?:nohup|setsid)$/.test(name.slice(name.lastIndexOf('/') + 1))
    const deeper: Reading = {
      ...next,
      now: inner.surroundings,
      depth: reading.depth + 1,
      remarks: isNeedless
        ? [...reading.remarks, `'${name}' is gone: a service has no terminal that could take it along`]
        : reading.remarks,
    }
    return inner.kind === 'command'
      ? startWords(inner.words, deeper)
      : read({ ...deeper, line: inner.text, shell: inner.shell })
  }
  const [program, ...args] = assigned.rest
  if (!program) return undefined
  const settled = settle(program, next.now)
  const name = settled && textOf(settled)
  if (!settled || name === '' || (name !== undefined && builtins.test(name))) return undefined
  if (name !== undefined && !name.includes('/')) {
    return isProgram(name) && !/[\s=]|^-/.test(name) ? finish({ kind: 'name', name, args }, next) : undefined
  }
  const path = placeFrom(next.now.directory, settled)
  return path && finish(programStart(path, args), next)
}

/** The start of a program by its path: systemd takes no quote, backslash or wildcard in the name of a program; a shell that gives way to it does. */
export function programStart(program: readonly Piece[], args: Words): Extract<Start, { kind: 'program' }> {
  const isFit = program.every((piece) => typeof piece !== 'string' || isProgram(piece))
  if (isFit) return { kind: 'program', program, args }
  return { kind: 'program', program: ['/bin/sh'], args: [['-c'], ['exec "$0" "$@"'], program, ...args] }
}

/** What only a shell knows. */
const builtins =
  /^(?:\.|:|\[|alias|bg|break|cd|command|continue|eval|exit|export|fg|hash|jobs|local|read|readonly|return|set|shift|source|times|trap|type|ulimit|umask|unalias|unset|wait)$/

function finish(start: Start, { now, remarks }: Reading): ReadCommand {
  return {
    directory: now.directory ?? ['/'],
    environment: now.environment,
    lines: [...now.lines, ...outputLines(now.output)],
    start,
    changesUser: now.user !== '',
    unset: 'args' in start ? unsetIn(start.args, now).filter((name) => !alwaysSet.test(name)) : [],
    remarks: [...remarks, ...now.decisions],
  }
}

/** What a manager gives to all that it starts. */
const alwaysSet =
  /^(?:PATH|HOME|USER|LOGNAME|SHELL|LANG|XDG_RUNTIME_DIR|DBUS_SESSION_BUS_ADDRESS|INVOCATION_ID|MAINPID)$/

function sourceOf({ start, end }: ShellWord, line: string): string {
  return line.slice(start, end)
}

/** A word with its `~/` understood; one with braces that bash would multiply is left to bash. */
function withHome(word: ShellWord, line: string): ShellWord {
  const source = sourceOf(word, line)
  if (bracesIn(source)) return { ...word, parts: undefined }
  if (!/^~(?:\/|$)/.test(source)) return word
  const [inner] = parseScript(`x${source.slice(1)}`).statements[0]?.pipelines[0]?.commands[0]?.words ?? []
  const [first, ...more] = inner?.parts ?? []
  if (first?.kind !== 'text') return word
  const rest = { ...first, text: first.text.slice(1) }
  return { ...word, parts: [home, ...(rest.text === '' ? [] : [rest]), ...more] }
}

const home = { kind: 'variable', name: 'HOME', quoted: true } as const

/** An assignment with the `~/` at the beginning of its value understood. */
function tildeBehind(word: ShellWord): ShellWord {
  const [first, ...more] = word.parts ?? []
  const [, front, back] =
    first?.kind === 'text' ? (/^([A-Za-z_]\w*=)~((?:\/.*)?)$/s.exec(first.text) ?? []) : []
  if (front === undefined || back === undefined || (back === '' && more.length > 0)) return word
  return {
    ...word,
    parts: [
      { kind: 'text', text: front },
      home,
      ...(back === '' ? [] : [{ kind: 'text', text: back } as const]),
      ...more,
    ],
  }
}
