import { productionLines } from './production-lines.ts'
import { codeLines, evaluate, isUnset, resolvePath, splitAt, variablesOf } from './ruby-source.ts'

/**
 * What config/puma.rb most likely comes to. These are proposals that a person looks at, so what stands in a condition or
 * for a variable that is not set counts here, but for what is not for production; rules, which must be certain, have a
 * reader of their own.
 */
export interface PumaHints {
  /** Its path within the app; undefined where there is none. */
  readonly file: string | undefined
  /** The folder that it says Puma runs in, absolute. */
  readonly directory: string | undefined
  /** As Puma writes them: `tcp://0.0.0.0:3000`, `unix:///run/web.sock`. */
  readonly binds: readonly string[]
  /** Absolute. */
  readonly pidFile: string | undefined
  /** `several` where their number is the machine's matter. */
  readonly workers: number | 'several' | undefined
  /** Undefined where it is not said, which means what the version of Puma makes of that. */
  readonly preloads: boolean | undefined
  readonly environment: string | undefined
  /** What a person should know of it. */
  readonly notes: readonly string[]
}

/** What there is to say of an app without such a file. */
export const noPumaHints: PumaHints = {
  file: undefined,
  directory: undefined,
  binds: [],
  pidFile: undefined,
  workers: undefined,
  preloads: undefined,
  environment: undefined,
  notes: [],
}

/**
 * Reads a Puma configuration.
 * @param file its path within the app
 * @param folder the absolute path of the app, where relative paths start from
 */
export function readPumaHints(text: string, file: string, folder: string): PumaHints {
  const lines = productionLines(codeLines(text))
  const variables = variablesOf(lines, resolvePath(folder, file))
  const notes: string[] = []
  const tell: Read = (expression) => evaluate(expression, variables, resolvePath(folder, file))
  // Values that depend on the environment can't be told; the person is.
  const readFor =
    (what: string): Read =>
    (expression) => {
      const value = tell(expression)
      if (value === undefined) {
        notes.push(`${file} says ${what} with '${expression}', which can't be told without running it`)
      }
      return value
    }
  const named = lastCall(lines, 'directory', tell)
  const directory = named?.startsWith('/') ? resolvePath('/', named) : undefined
  const start = directory ?? folder
  const pidFile = lastCall(lines, 'pidfile', readFor('where its pid file is'))
  if (lines.some((line) => /^daemonize\b(?!\s*\(?\s*false)/.test(line))) {
    // A gem of that name brings it back.
    const has = lines.some((line) => /^require\b.*puma[/-]daemon/.test(line))
    const what = has
      ? 'hides Puma from systemd'
      : 'hides Puma 4 and older from systemd, and ends later ones with an error'
    notes.push(`'daemonize' in ${file} ${what}; remove the line, systemd does that`)
  }
  return {
    file,
    directory,
    binds: bindsOf(lines, readFor('where Puma listens'), start),
    pidFile: pidFile === undefined ? undefined : resolvePath(start, pidFile),
    workers: workersOf(lines, tell, readFor('how many workers there are')),
    preloads: preloadsOf(lines),
    environment: lastCall(lines, 'environment', readFor('what its environment is')),
    notes,
  }
}

type Read = (expression: string) => ReturnType<typeof evaluate>

function bindsOf(lines: readonly string[], read: Read, folder: string): readonly string[] {
  return lines.flatMap((line) => {
    const [, kind, expression] = /^(bind|port)\b[\s(]\s*(.+)$/.exec(balance(line)) ?? []
    if (kind === undefined) return []
    const [first = '', second] = kind === 'port' ? splitAt(expression!, ',') : [expression]
    if (isUnset(first, lines)) return []
    const value = read(first)
    if (value === undefined) return []
    if (kind === 'bind') return [absolute(value, folder)]
    // Without an address Puma takes all of them.
    const address = second === undefined ? '0.0.0.0' : read(second)
    if (address === undefined) return []
    return [`tcp://${address.includes(':') ? `[${address}]` : address}:${value}`]
  })
}

/** A bind whose path, if it has one, begins with `/`: to Puma `unix://tmp/web.sock` is one from the app's folder. */
function absolute(bind: string, folder: string): string {
  const path = /^unix:(?:\/\/)?(.+)$/.exec(bind)?.[1]
  return path === undefined ? bind : `unix://${resolvePath(folder, path)}`
}

/** How many workers there are; as many as there are processors are several. */
function workersOf(lines: readonly string[], tell: Read, read: Read): PumaHints['workers'] {
  const expression = lastExpression(lines, 'workers')
  if (expression === undefined) return undefined
  if (/:auto\b/.test(expression)) return 'several'
  if (tell(expression) === undefined && countsProcessors(lines)) return 'several'
  const workers = read(expression)
  return workers !== undefined && /^\d+$/.test(workers) ? Number(workers) : undefined
}

/** Whether a file goes by the machine's processors anywhere: for which of its variables, no single line may tell. */
function countsProcessors(lines: readonly string[]): boolean {
  return lines.some((line) => /processor_count|nprocessors/.test(line))
}

/** What the last call of a method is given: a later one has the last word. */
function lastCall(lines: readonly string[], name: string, read: Read): ReturnType<Read> {
  const expression = lastExpression(lines, name)
  return expression === undefined ? undefined : read(expression)
}

function lastExpression(lines: readonly string[], name: string): string | undefined {
  const pattern = new RegExp(`^${name}\\b\\s*(.+)$`)
  return lines
    .flatMap((line) => pattern.exec(line)?.[1] ?? [])
    .filter((expression) => !isUnset(expression, lines))
    .at(-1)
}

function preloadsOf(lines: readonly string[]): boolean | undefined {
  const [last] = lines.filter((line) => /^preload_app!/.test(line)).slice(-1)
  return last === undefined ? undefined : !/^preload_app!\s*\(?\s*false/.test(last)
}

/** `port(3000)` without its parentheses, so that those of the expression are left alone. */
function balance(line: string): string {
  return line.replace(/^(bind|port)\((.*)\)$/, '$1 $2 ').trimEnd()
}
