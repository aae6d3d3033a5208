import { parseArgs } from 'node:util'
import { type Severity, severities } from '../base/diagnostic.ts'
import { nearest } from '../base/nearest.ts'
import { type Manager, readMonitVersion, readVersion } from '../base/settings.ts'
import { quote } from './quote.ts'

export const formats = ['text', 'json'] as const
export type Format = (typeof formats)[number]

/** What `unitwright check` is asked to do. */
export interface CheckOptions {
  readonly format: Format
  readonly systemdVersion: 'auto' | number
  /** `5.33.0`, `6.0`. */
  readonly monitVersion: 'auto' | string
  readonly instance: 'auto' | Manager
  /** The mildest severity that makes the exit code 1. */
  readonly maxSeverity: Severity
  /** Which fixes to apply: none, the safe ones, or suggestions as well. */
  readonly fix: 'none' | 'safe' | 'all'
  /** What standard input is called, which tells the kind of file. */
  readonly stdinName: string | undefined
  /** Files and folders as they were given; `-` is standard input. */
  readonly paths: readonly string[]
}

/** What `unitwright new` is asked to do. */
export interface NewOptions {
  /** Undefined to list the templates. */
  readonly template: string | undefined
  /** Answers by the names of inputs. */
  readonly answers: Readonly<Record<string, string>>
  /** The folder that all files go into; undefined for their places in the project. */
  readonly out: string | undefined
  /** Whether files that are there already give way. */
  readonly force: boolean
}

export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'check'; readonly options: CheckOptions }
  | { readonly kind: 'new'; readonly options: NewOptions }
  | { readonly kind: 'explain'; readonly rule: string | undefined }
  | { readonly kind: 'lsp' }
  | BadUsage

/** The arguments make no sense; the message says which one and what is accepted. */
export interface BadUsage {
  readonly kind: 'bad-usage'
  readonly message: string
}

const commands = ['check', 'new', 'explain', 'lsp'] as const

interface OptionKind {
  readonly type: 'boolean' | 'string'
  readonly short?: string
  /** The commands that take the option; all of them where absent. */
  readonly of?: readonly (typeof commands)[number][]
}

const optionKinds: Readonly<Record<string, OptionKind>> = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
  format: { type: 'string', of: ['check'] },
  'systemd-version': { type: 'string', of: ['check'] },
  'monit-version': { type: 'string', of: ['check'] },
  instance: { type: 'string', of: ['check'] },
  'max-severity': { type: 'string', of: ['check'] },
  fix: { type: 'boolean', of: ['check'] },
  unsafe: { type: 'boolean', of: ['check'] },
  'stdin-name': { type: 'string', of: ['check'] },
  set: { type: 'string', of: ['new'] },
  out: { type: 'string', of: ['new'] },
  force: { type: 'boolean', of: ['new'] },
  stdio: { type: 'boolean', of: ['lsp'] },
  // Editors append it to every server they start.
  clientProcessId: { type: 'string', of: ['lsp'] },
}

/**
 * Reads the command line.
 * @param args what follows the program's name
 */
export function readArguments(args: readonly string[]): Command {
  const { positionals, tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(optionKinds).map(([name, { type, short }]) => [
        name,
        short ? { type, short } : { type },
      ]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const given = new Map<string, string>()
  /** `--set` may be there several times. */
  const settings: string[] = []
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const kind = Object.hasOwn(optionKinds, token.name) ? optionKinds[token.name] : undefined
    if (!kind) return unknownOption(token.rawName)
    if (kind.type === 'boolean' && token.value !== undefined) {
      return badUsage(`${quote(token.rawName)} takes no value`)
    }
    if (kind.type === 'string' && !token.value) return badUsage(`${quote(token.rawName)} needs a value`)
    given.set(token.name, token.value ?? '')
    if (token.name === 'set') settings.push(token.value ?? '')
  }
  if (given.has('help')) return { kind: 'help' }
  if (given.has('version')) return { kind: 'version' }
  const [name, ...rest] = positionals
  if (name === undefined) return badUsage(`a command is missing; accepted: ${commands.join(', ')}`)
  const command = commands.find((each) => each === name)
  if (!command) return unknownCommand(name)
  for (const option of given.keys()) {
    const { of } = optionKinds[option]!
    if (of && !of.includes(command))
      return badUsage(`'--${option}' is no option of '${command}', only of '${of.join(', ')}'`)
  }
  switch (command) {
    case 'check':
      return readCheck(given, rest)
    case 'new':
      return readNew(given, rest, settings)
    case 'explain':
      if (rest.length > 1) return badUsage(`'explain' takes one rule, not ${rest.length}`)
      return { kind: 'explain', rule: rest[0] }
    case 'lsp':
      if (rest.length > 0) return badUsage(`'lsp' takes no ${quote(rest[0]!)}; accepted: --stdio`)
      if (!given.has('stdio')) return badUsage("'lsp' needs to know how it is spoken to; accepted: --stdio")
      return { kind: 'lsp' }
  }
}

function readCheck(given: ReadonlyMap<string, string>, paths: readonly string[]): Command {
  const format = oneOf(given, 'format', formats, 'text')
  if (isBad(format)) return format
  const instance = oneOf(given, 'instance', ['auto', 'system', 'user'] as const, 'auto')
  if (isBad(instance)) return instance
  const maxSeverity = oneOf(given, 'max-severity', severities, 'error')
  if (isBad(maxSeverity)) return maxSeverity
  const version = given.get('systemd-version') ?? 'auto'
  const systemdVersion = version === 'auto' ? 'auto' : readVersion(version)
  if (systemdVersion === undefined) {
    return badUsage(`unknown systemd version ${quote(version)}; accepted: auto or a number such as 257`)
  }
  const monit = given.get('monit-version') ?? 'auto'
  const monitVersion = monit === 'auto' ? 'auto' : readMonitVersion(monit)
  if (monitVersion === undefined) {
    return badUsage(`unknown monit version ${quote(monit)}; accepted: auto or a version such as 5.33.0`)
  }
  if (given.has('unsafe') && !given.has('fix')) return badUsage("'--unsafe' only goes with '--fix'")
  const stdinName = given.get('stdin-name')
  if (stdinName !== undefined && !paths.includes('-')) {
    return badUsage("'--stdin-name' only goes with '-', which reads standard input")
  }
  const fix = given.has('fix') ? (given.has('unsafe') ? 'all' : 'safe') : 'none'
  return {
    kind: 'check',
    options: {
      format,
      systemdVersion,
      monitVersion,
      instance,
      maxSeverity,
      fix,
      stdinName,
      paths: paths.length > 0 ? paths : ['.'],
    },
  }
}

function readNew(
  given: ReadonlyMap<string, string>,
  rest: readonly string[],
  settings: readonly string[],
): Command {
  const [template, extra] = rest
  if (extra !== undefined) {
    return badUsage(`'new' takes one template, and no ${quote(extra)}; answers are given by --set NAME=VALUE`)
  }
  if (template === undefined && given.size > 0) {
    return badUsage("'new' needs to know which template; 'unitwright new' lists them")
  }
  const answers: Record<string, string> = {}
  for (const setting of settings) {
    const equals = setting.indexOf('=')
    if (equals < 1) return badUsage(`${quote(setting)} is no answer; accepted: --set NAME=VALUE`)
    const name = setting.slice(0, equals)
    if (Object.hasOwn(answers, name)) return badUsage(`${quote(name)} is set twice`)
    // As a property of its own, whatever its name is.
    Object.defineProperty(answers, name, { value: setting.slice(equals + 1), enumerable: true })
  }
  return { kind: 'new', options: { template, answers, out: given.get('out'), force: given.has('force') } }
}

function oneOf<Value extends string>(
  given: ReadonlyMap<string, string>,
  option: string,
  accepted: readonly Value[],
  fallback: Value,
): Value | BadUsage {
  const value = given.get(option)
  if (value === undefined) return fallback
  return (
    accepted.find((each) => each === value) ??
    badUsage(`unknown value ${quote(value)} for '--${option}'; accepted: ${accepted.join(', ')}`)
  )
}

function isBad(value: string | BadUsage): value is BadUsage {
  return typeof value === 'object'
}

function unknownOption(rawName: string): BadUsage {
  const guess = rawName.startsWith('--') ? nearest(rawName.slice(2), Object.keys(optionKinds)) : undefined
  return badUsage(
    `unknown option ${quote(rawName)}; ${guess ? `did you mean '--${guess}'?` : "see 'unitwright --help'"}`,
  )
}

function unknownCommand(name: string): BadUsage {
  const guess = nearest(name, commands)
  return badUsage(
    `unknown command ${quote(name)}; ${guess ? `did you mean '${guess}'?` : `accepted: ${commands.join(', ')}`}`,
  )
}

function badUsage(message: string): BadUsage {
  return { kind: 'bad-usage', message }
}
