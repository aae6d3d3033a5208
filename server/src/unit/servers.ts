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
])

/**
 * Programs that only start another one in their own place. The value says which of their arguments come before it:
 * `exec` skips that word as well, `options` skips words that begin with a dash, and `env` skips assignments too.
 */
const wrappers: ReadonlyMap<string, 'exec' | 'options' | 'env' | 'module'> = new Map([
  ['bundle', 'exec'],
  ['rbenv', 'exec'],
  ['rvm-exec', 'options'],
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
    const base = word.text.slice(word.text.lastIndexOf('/') + 1)
    const server = byProgram.get(base)
    if (server) return { server, name: word, arguments: line.slice(at + 1) }
    const wrapper = wrappers.get(base.replace(/(?<=^(?:ruby|python))[\d.]+$/, ''))
    if (!wrapper) return undefined
    at = afterWrapper(line, at + 1, wrapper)
  }
  return undefined
}

function afterWrapper(
  line: readonly CommandWord[],
  from: number,
  wrapper: 'exec' | 'options' | 'env' | 'module',
): number {
  let at = from
  while (at < line.length) {
    const { text } = line[at]!
    const isSkipped =
      text.startsWith('-') ||
      (wrapper === 'exec' && text === 'exec') ||
      (wrapper === 'env' && /^\w+=/.test(text))
    if (!isSkipped) return at
    at += 1
  }
  return at
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
