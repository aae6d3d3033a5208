import type { Span } from '../../base/span.ts'
import type { Known } from '../known.ts'
import { type Server, serverOf } from '../servers.ts'
import { type ShellCommand, shellScriptOf, withoutExec } from '../shell-script.ts'
import { spanIn } from '../syntax/value.ts'
import type { CommandWord } from '../values/commands/command-line.ts'
import { type CommandSource, commandsOf } from './commands-of.ts'
import { expandDirectories, tidyPath } from './path-view.ts'
import type { UnitContext } from './rule.ts'
import { serviceType } from './service-type.ts'

/** What a service keeps at a path of its own. */
export type Purpose = 'socket' | 'PID file' | 'state file' | 'log'

/** A path that the service will write to. */
export interface WrittenPath {
  /** Absolute, without doubled slashes; specifiers other than those of folders stand as they are. */
  readonly path: string
  readonly purpose: Purpose
  /** The path in the file; the whole word where its place in there is not certain. */
  readonly span: Span
  /** True where `span` holds the path and nothing else. */
  readonly exact: boolean
}

const purposes = ['socket', 'PID file', 'state file', 'log'] as const satisfies readonly Purpose[]

type Options = Readonly<Partial<Record<Purpose, readonly string[]>>>

/** By which options servers are told. */
const optionsOf: Readonly<Partial<Record<Server, Options>>> = {
  puma: {
    socket: ['-b', '--bind', '--control-url'],
    'PID file': ['--pidfile'],
    'state file': ['-S', '--state'],
    log: ['--redirect-stdout', '--redirect-stderr'],
  },
  gunicorn: {
    socket: ['-b', '--bind'],
    'PID file': ['-p', '--pid'],
    log: ['--log-file', '--error-logfile', '--access-logfile'],
  },
  unicorn: { socket: ['-l', '--listen'], 'PID file': ['-P', '--pid'] },
  sidekiq: { 'PID file': ['-P', '--pidfile'], log: ['-L', '--logfile'] },
  redis: { socket: ['--unixsocket'], 'PID file': ['--pidfile'], log: ['--logfile'] },
}

/** What such options mean wherever they occur. */
const usual: Options = {
  socket: ['--uds'],
  'PID file': ['--pidfile', '--pid-file'],
  log: ['--logfile', '--log-file'],
}

/** The path in an option's value: of a socket, what is behind `unix:` and before what Puma is told with `?`. */
const pathInValue = /^(?:unix:(?:\/\/)?)?((?:%[tSCLETV])?\/[^?]*)/

/** What was read last: several rules ask about one command, one after the other. */
let latest: Known | undefined
let latestPaths: readonly WrittenPath[] = []

/** The paths that a command of the service writes to, as far as its arguments and redirections tell. */
export function pathsWrittenBy(ctx: CommandSource, known: Known): readonly WrittenPath[] {
  if (known !== latest) {
    latestPaths = readPaths(ctx, known)
    latest = known
  }
  return latestPaths
}

function readPaths(ctx: CommandSource, known: Known): readonly WrittenPath[] {
  const value = ctx.value(known.assignment)
  const found: WrittenPath[] = []
  const add = (word: CommandWord, inWord: string, purpose: Purpose) => {
    const at = value.text.slice(word.from, word.to).indexOf(inWord)
    const [from, to] = at < 0 ? [word.from, word.to] : [word.from + at, word.from + at + inWord.length]
    const path = tidyPath(expandDirectories(inWord))
    // Where a variable decides, or a way back, nobody knows.
    if (/\$|\/\.\.(?:\/|$)/.test(path)) return
    found.push({ path, purpose, span: spanIn(value, from, to), exact: at >= 0 })
  }
  for (const command of commandsOf(ctx, known)?.commands ?? []) {
    // With `+` a command runs outside of the sandbox.
    if (command.prefixes.some(({ char }) => char === '+' || char === '|')) continue
    const script = shellScriptOf(command, value.text)
    const run: readonly Pick<ShellCommand, 'program' | 'arguments'>[] = script?.commands.map(withoutExec) ?? [
      command,
    ]
    for (const { outputs } of script?.commands ?? []) {
      for (const word of outputs) if (word.text.startsWith('/')) add(word, word.text, 'log')
    }
    for (const each of run) {
      const call = serverOf(each)
      const words = call?.arguments ?? each.arguments
      if (call?.server === 'nginx') addNginxPaths(words, add)
      else addOptions(words, (call && optionsOf[call.server]) ?? usual, add)
    }
  }
  return found
}

/** The file in which systemd looks for the main process of a forking service, which the service writes. */
export function pidFileOf(ctx: UnitContext, { assignment }: Known): WrittenPath | undefined {
  if (ctx.effective.last('Service', 'PIDFile')?.assignment !== assignment) return undefined
  if (!ctx.effective.settled('Service', 'Type') || serviceType(ctx) !== 'forking') return undefined
  const { text } = ctx.value(assignment)
  const path = tidyPath(expandDirectories(text))
  return {
    path: path.startsWith('/') ? path : `/run/${path}`,
    purpose: 'PID file',
    span: assignment.valueSpan,
    exact: !assignment.continued && text.startsWith('/'),
  }
}

type Add = (word: CommandWord, inWord: string, purpose: Purpose) => void

function addOptions(words: readonly CommandWord[], options: Options, add: Add): void {
  for (const [index, word] of words.entries()) {
    if (!word.text.startsWith('-')) continue
    const equals = word.text.indexOf('=')
    const name = equals < 0 ? word.text : word.text.slice(0, equals)
    for (const purpose of purposes) {
      if (!options[purpose]?.includes(name)) continue
      const holder = equals < 0 ? words[index + 1] : word
      const text = equals < 0 ? (holder?.text ?? '') : word.text.slice(equals + 1)
      const path = pathInValue.exec(text)?.[1]
      if (holder && path) add(holder, path, purpose)
    }
  }
}

/** nginx is told by directives of its own in `-g`. */
function addNginxPaths(words: readonly CommandWord[], add: Add): void {
  for (const [index, { text }] of words.entries()) {
    const directives = text === '-g' ? words[index + 1] : undefined
    if (!directives) continue
    for (const [, name, path] of directives.text.matchAll(/(?:^|[;\s])(pid|error_log)\s+(\/[^\s;]+)/g))
      add(directives, path!, name === 'pid' ? 'PID file' : 'log')
  }
}
