import type { UnitFile } from '../../base/environment.ts'
import type { StartedServer } from '../../unit/rules/started-server.ts'
import { hasVariable } from '../../unit/servers.ts'
import { allWords } from '../../unit/values/extract/first-word.ts'
import { lockedGems } from '../app-config.ts'
import {
  type Bind,
  type PumaConfig,
  pumaFileOf,
  readBind,
  readPumaConfig,
  type Variables,
} from './puma-config.ts'
import type { UnitInSight, UnitsInSight } from './units-in-sight.ts'

/** True where the main process of a unit is a Puma, which may be told more by a file. */
export function startsPuma(unit: UnitInSight): boolean {
  return unit.server?.server === 'puma'
}

/** The configuration in sight of the Puma that a unit starts. */
export function configOf(unit: UnitInSight, units: UnitsInSight): PumaConfig | undefined {
  const server = unit.server
  if (server?.server !== 'puma' || hasVariable(server)) return undefined
  const found = pumaFileOf(server, units)
  if (!found || !isOfOneApp(unit, units)) return undefined
  return readPumaConfig(found.file.text, found.tail, variablesOf(unit))
}

/** True where all services that start a Puma do so in one folder: of several apps the files in sight may be another's. */
function isOfOneApp(unit: UnitInSight, units: UnitsInSight): boolean {
  const home = (each: UnitInSight) => each.effective.text('Service', 'WorkingDirectory')
  const isOfThis = (each: UnitInSight) => !startsPuma(each) || home(each) === home(unit)
  for (const each of units.servicesWith('puma')) if (!isOfThis(each)) return false
  for (const each of units.templatesWith('puma')) if (!isOfThis(each)) return false
  return true
}

/** Programs and files in front of a server from which it gets variables that no unit names. */
const moreVariables = /rbenv|rvm|asdf|mise|direnv|dotenv|foreman|\b(?:ba|da|z|fi)?sh\b|\/env\b/

/** The variables that a unit gives to its program; undefined where it may find others. */
function variablesOf(unit: UnitInSight): Variables {
  const { effective } = unit
  if (!effective.lacks('Service', 'EnvironmentFile', 'PassEnvironment')) return undefined
  if (!effective.settled('Service', 'Environment')) return undefined
  const commands = effective.all('Service', 'ExecStart')
  if (commands.some(({ assignment }) => moreVariables.test(unit.value(assignment).text))) return undefined
  const variables = new Map<string, string>()
  for (const { assignment } of effective.all('Service', 'Environment')) {
    const { text } = unit.value(assignment)
    if (text.includes('%')) return undefined
    for (const word of allWords(text, { unquote: true, unescape: true }).words) {
      const equals = word.text.indexOf('=')
      variables.set(word.text.slice(0, equals), word.text.slice(equals + 1))
    }
  }
  return variables
}

const gems = new WeakMap<UnitFile, ReadonlyMap<string, string>>()

/**
 * The gems, with their versions, that Bundler gives to the Puma of a unit.
 * @returns undefined where it runs without Bundler, or where its Gemfile.lock is not in sight
 */
export function gemsOf(unit: UnitInSight, units: UnitsInSight): ReadonlyMap<string, string> | undefined {
  const { server } = unit
  const locks = units.others.filter(({ path }) => path.endsWith('/Gemfile.lock'))
  if (!server || locks.length === 0 || !isBundled(unit, server) || !isOfOneApp(unit, units)) return undefined
  const config = pumaFileOf(server, units)
  const [lock, ...others] = config
    ? locks.filter(({ path }) => config.file.path === path.replace(/Gemfile\.lock$/, config.tail))
    : locks
  if (!lock || others.length > 0) return undefined
  let found = gems.get(lock)
  if (!found) {
    found = lockedGems(lock.text)
    gems.set(lock, found)
  }
  return found
}

/**
 * True where the gems of the app are used: by `bundle exec`, or by a program in a folder of the app. What RubyGems and
 * managers of Ruby versions put into their folders starts the newest one that is installed.
 */
function isBundled(unit: UnitInSight, { name }: StartedServer): boolean {
  const commands = unit.effective.all('Service', 'ExecStart')
  const told = [...commands, ...unit.effective.all('Service', 'Environment')]
  // Another Gemfile has another Gemfile.lock.
  if (told.some(({ assignment }) => /BUNDLE_GEMFILE|--gemfile/.test(unit.value(assignment).text)))
    return false
  const isExec = commands.some(({ assignment }) => /\bbundle\s+exec\b/.test(unit.value(assignment).text))
  return isExec || !/^\/(?:usr|opt)\/|^[^/%]|\/\.\w|\/(?:shims|wrappers|rubies|gems)\//.test(name.text)
}

/**
 * Where the Puma of a unit listens: what its command line says takes the place of what its file says.
 * @returns undefined where nobody can tell, or where it takes whatever socket systemd hands it
 */
export function pumaBinds(
  { server }: UnitInSight,
  config: PumaConfig | undefined,
): readonly Bind[] | undefined {
  if (server?.server !== 'puma' || hasVariable(server)) return undefined
  const told = bindsTold(server.arguments.map(({ text }) => text))
  if (!told || told.length > 0) return told
  if (!config || config.takesAnySocket) return undefined
  return config.binds?.length === 0 ? [{ kind: 'tcp', host: undefined, port: 9292 }] : config.binds
}

function bindsTold(words: readonly string[]): readonly Bind[] | undefined {
  const binds: Bind[] = []
  for (const [index, word] of words.entries()) {
    if (/^--bind-to-activated-sockets/.test(word) || /[$%]/.test(word)) return undefined
    const [, option, joined] = /^(-b|-p|--bind|--port)(?:=?(.+))?$/.exec(word) ?? []
    if (option === undefined) continue
    const value = joined ?? words[index + 1] ?? ''
    const isPort = option === '-p' || option === '--port'
    const bind: Bind | undefined = !isPort
      ? readBind(value)
      : /^\d{1,5}$/.test(value)
        ? { kind: 'tcp', host: undefined, port: Number(value) }
        : undefined
    if (!bind) return undefined
    binds.push(bind)
  }
  return binds
}
