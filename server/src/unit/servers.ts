import type { Command, CommandWord } from './values/commands/command-line.ts'

/** The app servers and daemons whose habits rules know. */
export const servers = [
  'puma',
  'gunicorn',
  'sidekiq',
  'unicorn',
  'nginx',
  'redis',
  'node',
  'java',
  'dotnet',
  'deno',
  'apache',
  'memcached',
  'thin',
  'rails',
  'pm2',
  'uvicorn',
  'daphne',
  'hypercorn',
] as const
export type Server = (typeof servers)[number]

/** A server that a command starts, and what it is told. */
export interface ServerCall {
  readonly server: Server
  /** The word that names it. */
  readonly name: CommandWord
  readonly arguments: readonly CommandWord[]
}

const byProgram: ReadonlyMap<string, Server> = new Map([
  ['puma', 'puma'],
  ['gunicorn', 'gunicorn'],
  ['gunicorn3', 'gunicorn'],
  ['sidekiq', 'sidekiq'],
  ['unicorn', 'unicorn'],
  ['unicorn_rails', 'unicorn'],
  ['nginx', 'nginx'],
  ['redis-server', 'redis'],
  ['node', 'node'],
  ['nodejs', 'node'],
  ['java', 'java'],
  ['dotnet', 'dotnet'],
  ['deno', 'deno'],
  ['httpd', 'apache'],
  ['apache2', 'apache'],
  ['apachectl', 'apache'],
  ['apache2ctl', 'apache'],
  ['memcached', 'memcached'],
  ['thin', 'thin'],
  ['rails', 'rails'],
  ['pm2', 'pm2'],
  ['uvicorn', 'uvicorn'],
  ['daphne', 'daphne'],
  ['hypercorn', 'hypercorn'],
])

/** Of programs that do more than serve: the first argument, options aside, with which they do. */
const serves: Partial<Record<Server, RegExp>> = {
  thin: /^start$/,
  rails: /^(?:s|server)$/,
  pm2: /^(?:start|startOrRestart|startOrReload|resurrect)$/,
}

/** Scripts for Node that start other processes and end. */
const launchers: ReadonlySet<string> = new Set(['pm2', 'forever'])

type Wrapper = 'exec' | 'run' | 'options' | 'env' | 'module'

/**
 * Programs that only start another one in their own place. The value says which of their arguments come before it:
 * `exec` and `run` skip that word as well, `options` skips words that begin with a dash, and `env` skips assignments
 * too.
 */
const wrappers: ReadonlyMap<string, Wrapper> = new Map([
  ['bundle', 'exec'],
  ['rbenv', 'exec'],
  ['rvm-exec', 'options'],
  ['poetry', 'run'],
  ['pipenv', 'run'],
  ['asdf', 'exec'],
  ['mise', 'exec'],
  ['nodenv', 'exec'],
  ['pyenv', 'exec'],
  ['ruby', 'options'],
  ['chruby-exec', 'options'],
  ['env', 'env'],
  ['nice', 'options'],
  ['ionice', 'options'],
  ['python', 'module'],
  ['python3', 'module'],
])

/** The server that a command starts, through wrappers that give way to it; undefined where it is none of these. */
export function serverOf({
  program,
  arguments: words,
}: Pick<Command, 'program' | 'arguments'>): ServerCall | undefined {
  const line = [program, ...words]
  let at = 0
  while (at < line.length) {
    const word = line[at]!
    const base = baseOf(word)
    const server = byProgram.get(base)
    if (server) {
      const rest = line.slice(at + 1)
      const script = server === 'node' ? rest.findIndex(isLauncher) : -1
      if (script < 0) return isServing(server, rest) ? { server, name: word, arguments: rest } : undefined
      at += 1 + script
      if (baseOf(line[at]!) !== 'pm2') return undefined
      continue
    }
    const wrapper = wrappers.get(base.replace(/(?<=^(?:ruby|python))[\d.]+$/, ''))
    if (!wrapper) return undefined
    at = afterWrapper(line, at + 1, wrapper)
  }
  return undefined
}

function baseOf({ text }: CommandWord): string {
  return text.slice(text.lastIndexOf('/') + 1)
}

function isLauncher(word: CommandWord): boolean {
  return launchers.has(baseOf(word))
}

function isServing(server: Server, words: readonly CommandWord[]): boolean {
  const pattern = serves[server]
  return !pattern || pattern.test(words.find(({ text }) => !text.startsWith('-'))?.text ?? '')
}

function afterWrapper(line: readonly CommandWord[], from: number, wrapper: Wrapper): number {
  let at = from
  while (at < line.length) {
    const { text } = line[at]!
    const isSkipped =
      text.startsWith('-') ||
      ((wrapper === 'exec' || wrapper === 'run') && text === wrapper) ||
      (wrapper === 'env' && /^\w+=/.test(text))
    if (!isSkipped) return at
    at += 1
  }
  return at
}

/** True where an argument is a variable, which may hold any option. */
export function hasVariable({ arguments: words }: ServerCall): boolean {
  return words.some(({ text }) => text.startsWith('$'))
}

/**
 * The version of a server that its command names: `puma _4.3.12_`, as RubyGems lets one ask for it, or a path through
 * the folder of a gem. Undefined where it names none.
 */
export function versionOf({
  name,
  arguments: [first],
}: ServerCall): readonly [number, number, number] | undefined {
  const found =
    /^_(\d+(?:\.\d+)*)_$/.exec(first?.text ?? '') ?? /\/gems\/\w+-(\d+(?:\.\d+)*)\//.exec(name.text)
  if (!found) return undefined
  const [major = 0, minor = 0, patch = 0] = found[1]!.split('.').map(Number)
  return [major, minor, patch]
}

/** True where the arguments hold one of these options, as a word of its own or with a value behind `=`. */
export function hasOption(
  words: readonly CommandWord[],
  ...options: readonly string[]
): CommandWord | undefined {
  return words.find(({ text }) =>
    options.some((option) => text === option || (option.startsWith('--') && text.startsWith(`${option}=`))),
  )
}
