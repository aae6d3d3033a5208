import type { ServerCall } from '../../unit/servers.ts'
import type { UnitInSight, UnitsInSight } from './units-in-sight.ts'

/** What Puma's configuration file says, as far as it is written out. */
export interface PumaConfig {
  /** The end of its path, `config/puma.rb`. */
  readonly file: string
  /** Undefined where it names none; `'unsure'` where Ruby code decides. */
  readonly pidFile: string | 'unsure' | undefined
  /** The ports that it listens on; undefined where Ruby code decides. */
  readonly ports: readonly number[] | undefined
}

/** Ruby that may run a setting which can't be seen. */
const hidden =
  /\b(?:eval|instance_eval|class_eval|load|require_relative|_load_from|send|public_send)\b|\bplugin\b(?!\s*\(?\s*:(?:tmp_restart|solid_queue|systemd)\b)/
const text = /^\(?\s*(["'])([^"'\\#\n]*)\1\s*\)?$/
const number = /^\(?\s*(\d{1,5})\s*(?:,\s*(["'])[^"'\\#\n]*\2\s*)?\)?$/

/** Reads the text of Puma's configuration: only settings that stand for themselves, outside of any block, are certain. */
export function readPumaConfig(ruby: string, file: string): PumaConfig {
  const lines = ruby.split(/\r?\n/).filter((line) => !/^\s*(?:#|$)/.test(line))
  const settings = lines.flatMap((line) => {
    const found = /\b(pidfile|port|bind|ssl_bind|bind_to_activated_sockets)\b/.exec(line)
    const rest = found && line.slice(found.index + found[0].length).replace(/\s+#.*$/, '')
    return found ? [{ name: found[1]!, value: rest!.trim(), isPlain: found.index === 0 }] : []
  })
  if (lines.some((line) => hidden.test(line))) return { file, pidFile: 'unsure', ports: undefined }
  return { file, pidFile: pidFileIn(settings), ports: portsIn(settings) }
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

function portsIn(settings: readonly Setting[]): PumaConfig['ports'] {
  const ports: number[] = []
  for (const { name, value, isPlain } of settings) {
    if (name === 'pidfile') continue
    if (!isPlain) return undefined
    const address = name === 'bind' ? text.exec(value)?.[2] : undefined
    if (address?.startsWith('unix:')) continue
    const port =
      name === 'port' ? number.exec(value)?.[1] : /^tcp:\/\/[^?]*:(\d+)(?:\?|$)/.exec(address ?? '')?.[1]
    if (port === undefined) return undefined
    ports.push(Number(port))
  }
  return ports
}

/**
 * The configuration that a Puma reads, where it is in the workspace: the one file there that ends like the path it is
 * told, or like the one where it looks by itself.
 * @returns undefined where there is none, or where several may be meant
 */
export function pumaConfigOf({ arguments: words }: ServerCall, units: UnitsInSight): PumaConfig | undefined {
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
  return file && files.length === 1 && !isHidden ? readPumaConfig(file.text, tail) : undefined
}

const byItself = 'config/puma.rb'

function givenFile(words: readonly string[]): string | undefined {
  for (const [index, word] of words.entries()) {
    const value = /^(?:-C|--config=)(.+)$/.exec(word)?.[1]
    if (value !== undefined) return value
    if (word === '-C' || word === '--config') return words[index + 1]
  }
  // A file for Rack leaves it as it is; a folder to change to doesn't.
  return words.some((word) => /^--dir/.test(word)) ? undefined : byItself
}

/** The pid file that a configuration names, from the root; undefined where nobody can tell. */
export function pumaPidFile({ pidFile }: PumaConfig, { effective }: UnitInSight): string | undefined {
  if (pidFile === undefined || pidFile === 'unsure' || pidFile.startsWith('/')) {
    return pidFile === 'unsure' ? undefined : pidFile
  }
  const home = effective.text('Service', 'WorkingDirectory')
  return home?.startsWith('/') ? `${home}/${pidFile}` : undefined
}
