import type { UnitFile } from '../../base/environment.ts'
import type { Purpose } from '../../unit/rules/written-paths.ts'
import type { ServerCall } from '../../unit/servers.ts'
import { type RubyLine, rubyLines } from './ruby-lines.ts'
import type { UnitInSight, UnitsInSight } from './units-in-sight.ts'

/** Where a Puma listens. */
export type Bind =
  | {
      readonly kind: 'tcp'
      /** Without brackets; undefined where it is the one that Puma takes by itself. */
      readonly host: string | undefined
      readonly port: number
    }
  | { readonly kind: 'unix'; readonly path: string }

/** What Puma's configuration file says, as far as it is written out. */
export interface PumaConfig {
  /** The end of its path, `config/puma.rb`. */
  readonly file: string
  /** Undefined where it names none; `'unsure'` where Ruby code decides. */
  readonly pidFile: string | 'unsure' | undefined
  /** Where it listens; undefined where Ruby code decides. */
  readonly binds: readonly Bind[] | undefined
  /** True where it may take whatever socket systemd hands it. */
  readonly takesAnySocket: boolean
  /** True where its control app may listen on a port too. */
  readonly hasControlPort: boolean
  /** Whether it is to go into the background; undefined where nothing is said of that, or Ruby code decides. */
  readonly daemonizes: boolean | undefined
  /** True where something may tell systemd that it is ready, other than Puma by itself. */
  readonly mayNotify: boolean
  /** The files that it writes, as the file names them; none where Ruby code decides. */
  readonly writes: readonly WrittenFile[]
}

/** A file that Puma makes. */
export interface WrittenFile {
  /** From the root, or from the folder that Puma runs in. */
  readonly path: string
  readonly purpose: Purpose
}

/** What a server finds in its environment: the variables that are set; undefined where nobody can tell. */
export type Variables = ReadonlyMap<string, string> | undefined

/** Ruby that may run a setting which can't be seen. */
const hidden =
  /\b(?:eval|instance_eval|class_eval|load|require_relative|_load_from|send|public_send|Dotenv)\b|\bdotenv\b|\bplugin\b(?!\s*\(?\s*:(?:tmp_restart|solid_queue|systemd)\b)/
const text = /^\(?\s*(["'])([^"'\\#\n]*)\1\s*\)?$/
const number = /^\(?\s*(\d{1,5})\s*(?:,\s*(["'])([^"'\\#\n]*)\2\s*)?\)?$/
/** `ENV.fetch("PORT", 3000)`, `ENV.fetch("PORT") { 3000 }` and `ENV["PORT"] || 3000`, with or without `to_i`. */
const fetched =
  /^\(?\s*ENV\.fetch\(\s*(["'])(\w+)\1\s*(?:,\s*["']?(\d{1,5})["']?\s*\)|\)\s*\{\s*["']?(\d{1,5})["']?\s*\})(?:\.to_i)?\s*\)?$/
const either = /^\(*\s*ENV\[\s*(["'])(\w+)\1\s*\]\s*\|\|\s*["']?(\d{1,5})["']?\s*\)*(?:\.to_i)?\s*\)?$/

/**
 * Reads the text of Puma's configuration: only settings that stand for themselves, outside of any block, are certain.
 * @param file the end of its path
 */
export function readPumaConfig(ruby: string, file: string, variables: Variables = undefined): PumaConfig {
  const lines = rubyLines(ruby)
  const settings = lines.flatMap(({ text: line, isSure }) => {
    const found = /\b(pidfile|port|bind|ssl_bind|bind_to_activated_sockets)\b/.exec(line)
    const rest = found && line.slice(found.index + found[0].length).replace(/\s+#.*$/, '')
    return found ? [{ name: found[1]!, value: rest!.trim(), isPlain: isSure && found.index === 0 }] : []
  })
  const holds = (pattern: RegExp) => lines.some((line) => pattern.test(line.text))
  const isHidden = holds(hidden)
  const binds =
    isHidden || holds(/\b(?:clear_binds!|set_default_host\b)/) ? undefined : bindsIn(settings, variables)
  // It runs in another folder than the unit says then.
  const isMoved = holds(/^\s*directory\b/)
  const pidFile = isHidden ? 'unsure' : pidFileIn(settings)
  return {
    file,
    pidFile: isMoved && pidFile?.startsWith('/') === false ? 'unsure' : pidFile,
    binds,
    takesAnySocket: settings.some(({ name }) => name === 'bind_to_activated_sockets'),
    hasControlPort: holds(/\bactivate_control_app\b(?!\s*\(?\s*(?:$|#|\)|["'](?:unix:|auto)))/),
    writes: isHidden ? [] : writesIn(lines).filter(({ path }) => path.startsWith('/') || !isMoved),
    daemonizes: daemonizing(lines),
    mayNotify: isHidden || holds(/\bplugin\b(?!\s*\(?\s*:tmp_restart\b)|systemd|notify/i),
  }
}

function daemonizing(lines: readonly RubyLine[]): boolean | undefined {
  const told = lines.flatMap(({ text: line, isSure }) => {
    const found = isSure ? /^daemonize\s*(?:\(?\s*(true|false)\s*\)?)?\s*(?:#.*)?$/.exec(line) : undefined
    return found ? [found[1] !== 'false'] : []
  })
  return told.at(-1)
}

/** `stdout_redirect "log/out.log", "log/err.log", true` */
const redirect = /^\(?\s*(["'])([^"'\\#\n]*)\1\s*(?:,\s*(["'])([^"'\\#\n]*)\3\s*)?(?:,\s*\w+\s*)?\)?$/

const purposes: Readonly<Record<string, Purpose>> = {
  bind: 'socket',
  pidfile: 'PID file',
  state_path: 'state file',
  stdout_redirect: 'log',
}

/** Of what may be said once only the last line counts, and none where a condition decides over one. */
function writesIn(lines: readonly RubyLine[]): readonly WrittenFile[] {
  const written = new Map<string, readonly WrittenFile[]>()
  for (const { text: line, isSure } of lines) {
    if (/\bclear_binds!/.test(line)) written.delete('bind')
    const [, name, rest = ''] = /\b(bind|pidfile|state_path|stdout_redirect)\b(.*)$/.exec(line) ?? []
    if (!name) continue
    const paths = isSure && line.startsWith(name) ? pathsIn(name, rest.replace(/\s+#.*$/, '').trim()) : []
    const files = paths.map((path) => ({ path, purpose: purposes[name]! }))
    written.set(name, name === 'bind' ? [...(written.get(name) ?? []), ...files] : files)
  }
  return [...written.values()].flat()
}

function pathsIn(name: string, value: string): readonly string[] {
  if (name === 'stdout_redirect') {
    const [, , out, , err] = redirect.exec(value) ?? []
    return [out, err].flatMap((path) => path || [])
  }
  const path = text.exec(value)?.[2]
  if (path === undefined || name !== 'bind') return path === undefined ? [] : [path]
  const bind = readBind(path)
  return bind?.kind === 'unix' && !bind.path.startsWith('@') ? [bind.path] : []
}

interface Setting {
  readonly name: string
  readonly value: string
  /** True where it begins the line, so that no condition and no block decides whether it counts. */
  readonly isPlain: boolean
}

function pidFileIn(settings: readonly Setting[]): PumaConfig['pidFile'] {
  const own = settings.filter(({ name }) => name === 'pidfile')
  const paths = own.map(({ value, isPlain }) => (isPlain ? text.exec(value)?.[2] : undefined))
  return paths.includes(undefined) ? 'unsure' : paths.at(-1)
}

function bindsIn(settings: readonly Setting[], variables: Variables): PumaConfig['binds'] {
  const binds: Bind[] = []
  for (const { name, value, isPlain } of settings) {
    if (name === 'pidfile' || name === 'bind_to_activated_sockets') continue
    const bind = !isPlain
      ? undefined
      : name === 'port'
        ? portOf(value, variables)
        : name === 'bind'
          ? readBind(text.exec(value)?.[2] ?? '')
          : undefined
    if (!bind) return undefined
    binds.push(bind)
  }
  return binds
}

function portOf(value: string, variables: Variables): Bind | undefined {
  const plain = number.exec(value)
  if (plain) return { kind: 'tcp', host: plain[3], port: Number(plain[1]) }
  const [, , name, ...ifUnset] = fetched.exec(value) ?? either.exec(value) ?? []
  if (name === undefined || !variables) return undefined
  const port = variables.get(name) ?? ifUnset.find((each) => each !== undefined)
  return port !== undefined && /^\d{1,5}$/.test(port)
    ? { kind: 'tcp', host: undefined, port: Number(port) }
    : undefined
}

/** Reads an address as Puma writes them, `tcp://0.0.0.0:3000` or `unix:///run/web.sock`; undefined where it is another. */
export function readBind(bind: string): Bind | undefined {
  const path = /^unix:(?:\/\/)?([^?]+)/.exec(bind)?.[1]
  if (path !== undefined) return { kind: 'unix', path }
  const [, inBrackets, host, port] =
    /^tcp:\/\/(?:\[([\da-fA-F:.]+)\]|([\w.-]+)):(\d{1,5})(?:\/?\?.*|\/)?$/.exec(bind) ?? []
  return port === undefined ? undefined : { kind: 'tcp', host: inBrackets ?? host, port: Number(port) }
}

/** The ports that a configuration names; undefined where Ruby code or systemd decides, or where there may be more. */
export function pumaPorts({
  binds,
  takesAnySocket,
  hasControlPort,
}: PumaConfig): readonly number[] | undefined {
  return takesAnySocket || hasControlPort
    ? undefined
    : binds?.flatMap((bind) => (bind.kind === 'tcp' ? [bind.port] : []))
}

/** The configuration file that a Puma reads, and its path from the app's folder. */
export interface PumaFile {
  readonly file: UnitFile
  readonly tail: string
}

/**
 * The configuration file that a Puma reads, where it is in the workspace: the one file there that ends like the path it
 * is told, or like the one where it looks by itself.
 * @returns undefined where there is none, or where several may be meant
 */
export function pumaFileOf({ arguments: words }: ServerCall, units: UnitsInSight): PumaFile | undefined {
  const given = givenFile(words.map(({ text: word }) => word))
  if (given === undefined || /[$%]/.test(given) || given === '-') return undefined
  const tail = given.split('/').slice(-2).join('/')
  // A bare name may be that of a file anywhere.
  if (!tail.includes('/')) return undefined
  const files = units.others.filter(({ path }) => path.endsWith(`/${tail}`))
  const [file] = files
  // By itself it looks for a file of its environment first.
  const isHidden =
    given === byItself && units.others.some(({ path }) => /\/config\/puma\/\w+\.rb$/.test(path))
  return file && files.length === 1 && !isHidden ? { file, tail } : undefined
}

const byItself = 'config/puma.rb'

/** The file that a Puma is told to read, or would by itself; undefined where it reads none, several, or nobody can tell. */
function givenFile(words: readonly string[]): string | undefined {
  const given = words.flatMap((word, index) => {
    const value = /^(?:-C|--config=)(.+)$/.exec(word)?.[1]
    return value ?? (word === '-C' || word === '--config' ? (words[index + 1] ?? '') : [])
  })
  // A file for Rack leaves all of this as it is; a folder to change to doesn't.
  if (given.length > 1 || words.some((word) => /^--(?:dir|no-conf)/.test(word))) return undefined
  return given[0] ?? byItself
}

/** The pid file that a configuration names, from the root; undefined where nobody can tell. */
export function pumaPidFile({ pidFile }: PumaConfig, { effective }: UnitInSight): string | undefined {
  if (pidFile === undefined || pidFile === 'unsure' || pidFile.startsWith('/')) {
    return pidFile === 'unsure' ? undefined : pidFile
  }
  const home = effective.text('Service', 'WorkingDirectory')
  return home?.startsWith('/') ? `${home}/${pidFile}` : undefined
}
