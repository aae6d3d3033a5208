import { commandWords } from './command-words.ts'
import { evaluate } from './ruby-source.ts'

/** What a project's files say of how Sidekiq is run: its configuration, and the command in the Procfile. */
export interface SidekiqHints {
  /** The path of its configuration within the app; undefined where there is none. */
  readonly file: string | undefined
  /** In seconds, how long jobs may go on once it is stopped. */
  readonly timeout: number | undefined
  /** What the command says; where it says nothing, the configuration or Sidekiq itself decides. */
  readonly concurrency: string | undefined
  readonly queues: readonly string[]
  /** The file or folder to load in place of a Rails app. */
  readonly require: string | undefined
  /** What a person should know of it. */
  readonly notes: readonly string[]
}

/** What there is to say of an app without Sidekiq. */
export const noSidekiqHints: SidekiqHints = {
  file: undefined,
  timeout: undefined,
  concurrency: undefined,
  queues: [],
  require: undefined,
  notes: [],
}

/**
 * Puts together what is known of Sidekiq.
 * @param file the path of its configuration within the app, where there is one
 * @param text that file's
 * @param command the one that the Procfile starts Sidekiq with
 */
export function readSidekiqHints(
  file: string | undefined,
  text: string | undefined,
  command: string | undefined,
): SidekiqHints {
  const settings = settingsOf(text ?? '')
  const option = optionsOf(command ?? '')
  const daemon = settings.get('daemon')
  return {
    file,
    timeout: wholeNumber(option('t', 'timeout').at(-1) ?? settings.get('timeout')),
    concurrency: option('c', 'concurrency').at(-1),
    queues: option('q', 'queue'),
    require: option('r', 'require').at(-1),
    notes:
      daemon === undefined || daemon === 'false'
        ? []
        : [
            `'daemon' in ${file} hides Sidekiq 5 from systemd and means nothing to later ones; remove the line, systemd does that`,
          ],
  }
}

/** The configuration that a command of Sidekiq's names. */
export function configOf(command: string): string | undefined {
  return optionsOf(command)('C', 'config').at(-1)
}

/** The settings of the file, as they come to in production: what stands under that name has the last word. */
function settingsOf(text: string): ReadonlyMap<string, string> {
  const settings = new Map<string, string>()
  const inProduction = new Map<string, string>()
  let section: string | undefined
  for (const line of text.split('\n')) {
    const [, indent, name, rest = ''] = /^(\s*)["']?:?(\w+)["']?:(?:\s+(.*))?$/.exec(line) ?? []
    if (name === undefined) continue
    if (indent === '') section = name
    const target = indent === '' ? settings : section === 'production' ? inProduction : undefined
    const value = scalarOf(rest)
    if (value !== undefined) target?.set(name, value)
  }
  return new Map([...settings, ...inProduction])
}

/** A value of a line; those of ERB are told where nothing need be run for them. */
function scalarOf(text: string): string | undefined {
  const erb = /^["']?<%=\s*(.*?)\s*-?%>/.exec(text)?.[1]
  if (erb !== undefined) return evaluate(erb.replace(/\.to_i$/, ''), new Map(), '/config/sidekiq.yml')
  return /^["']?([^\s"'#]+)/.exec(text)?.[1]
}

/** The options of a command: what stands for each, in order; a variable of the shell's says nothing. */
function optionsOf(command: string): (short: string, long: string) => readonly string[] {
  const words = commandWords(command)
  return (short, long) =>
    words
      .flatMap((word, at) => {
        if (word === `-${short}` || word === `--${long}`) return words[at + 1] ?? []
        if (word.startsWith(`--${long}=`)) return word.slice(`--${long}=`.length)
        return /^-\w/.test(word) && word[1] === short ? word.slice(2) : []
      })
      .filter((value) => value !== '' && !value.includes('$'))
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined
}
