import { readBoolean } from '../values/boolean.ts'
import { allWords } from '../values/extract/first-word.ts'
import { oncePerFile } from './once-per-file.ts'
import type { UnitView } from './rule.ts'

/** Why a service can't write to a path. */
export interface Hold {
  readonly state: 'read-only' | 'hidden'
  /** The directive that makes it so, as the person wrote it: `ProtectSystem=strict`. */
  readonly cause: string
  /** The folder that it is about. */
  readonly folder: string
}

/** A folder with all below it, and what a service may do there. */
interface Part {
  readonly path: string
  readonly state: 'writable' | Hold['state']
  readonly cause: string
}

/** The folders of the system's manager that specifiers stand for. */
const folderOf: Readonly<Record<string, string>> = {
  '%t': '/run',
  '%S': '/var/lib',
  '%C': '/var/cache',
  '%L': '/var/log',
  '%E': '/etc',
  '%T': '/tmp',
  '%V': '/var/tmp',
}

/** Where the folders live that systemd makes for a service, and lets it write to. */
export const directories: readonly (readonly [name: string, home: string])[] = [
  ['RuntimeDirectory', '/run'],
  ['StateDirectory', '/var/lib'],
  ['CacheDirectory', '/var/cache'],
  ['LogsDirectory', '/var/log'],
]

/** These too are writable, but stay root's, so that few services are helped by one. */
const configuration: (typeof directories)[number] = ['ConfigurationDirectory', '/etc']

/** Directives that give the service a root that isn't ours, or put file systems of their own into its view. */
const foreignView = [
  'RootDirectory',
  'RootImage',
  'RootMStack',
  'MountImages',
  'ExtensionImages',
  'ExtensionDirectories',
]

const lists = [
  'ReadWritePaths',
  'ReadOnlyPaths',
  'InaccessiblePaths',
  'BindPaths',
  'BindReadOnlyPaths',
  'TemporaryFileSystem',
] as const

const single = ['ProtectSystem', 'ProtectHome', 'PrivateTmp', 'DynamicUser']

const homes = ['/home', '/root', '/run/user']

/** Puts in the folders of the system's manager for the specifiers that stand for them. */
export function expandDirectories(path: string): string {
  return path.replace(/%[tSCLETV]/g, (specifier) => folderOf[specifier]!)
}

/** A path without doubled slashes, a slash at the end, and the two links that every system has. */
export function tidyPath(path: string): string {
  const tidy = path.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '')
  return tidy.replace(/^\/var\/(?:(run)|lock)(?=\/|$)/, (_, run) => (run ? '/run' : '/run/lock'))
}

/** True where a service may be kept from writing to some place. */
export const isSandboxed = oncePerFile(({ effective }: UnitView): boolean =>
  [...lists, ...single].some((name) => effective.has('Service', name)),
)

/** True where a path is a folder, or lies below it. */
export function isWithin(path: string, folder: string): boolean {
  return folder === '/' || path === folder || path.startsWith(`${folder}/`)
}

/**
 * What the sandbox of a service says about writing to a path, as `setup_namespace()` would mount it; undefined where it
 * may, and where nobody can tell from here.
 * @param path an absolute path, tidied
 */
export function holdOn(ctx: UnitView, path: string): Hold | undefined {
  const parts = path.startsWith('/') ? viewOf(ctx) : undefined
  if (!parts || parts.some((part) => part.state === 'writable' && mayHold(part.path, path))) return undefined
  const around = parts.filter((part) => isWithin(path, part.path))
  // What is inaccessible takes all below with it.
  const inaccessible = around.find(({ cause }) => cause.startsWith('InaccessiblePaths='))
  const nearest = around.reduce<Part | undefined>(
    (best, part) => (best && !beats(part, best) ? best : part),
    undefined,
  )
  const hold = inaccessible ?? nearest
  if (!hold || hold.state === 'writable' || leadsElsewhere(path, parts)) return undefined
  return { state: hold.state, cause: hold.cause, folder: hold.path }
}

/** True where specifiers that nobody knows from here may make a path lie in a folder. */
function mayHold(folder: string, path: string): boolean {
  if (!(folder + path).includes('%')) return false
  // No unit is called `user`, for /run/%p to be among the homes.
  if (homes.includes(folder)) return false
  const [known, other] = [folder, path].map((each) => each.replace(/%.*/, ''))
  return known!.startsWith(other!) || other!.startsWith(known!)
}

/** Whether the one decides over the other; of two for one folder ReadWritePaths= and its kin give way to what forbids. */
function beats(part: Part, best: Part): boolean {
  if (part.path !== best.path) return part.path.length > best.path.length
  const [writable, other] = part.state === 'writable' ? [part, best] : [best, part]
  const givesWay = /^(?:ReadWritePaths|\w+Directory)=/.test(writable.cause)
  return (givesWay ? other : writable) === part
}

/** True for a path through the link of a deployment tool, `current`, that may lead to a folder that is writable. */
function leadsElsewhere(path: string, parts: readonly Part[]): boolean {
  const base = /^(.*)\/current(?:\/|$)/.exec(path)?.[1]
  return base !== undefined && parts.some((part) => part.state === 'writable' && isWithin(part.path, base))
}

/** True where a service has `/tmp` and `/var/tmp` of its own. */
export function hasOwnTmp(ctx: UnitView): boolean {
  const text = ctx.effective.text('Service', 'PrivateTmp') ?? ''
  return text === 'disconnected' || readBoolean(text) === true || hasDynamicUser(ctx)
}

function hasDynamicUser({ effective }: UnitView): boolean {
  return readBoolean(effective.text('Service', 'DynamicUser') ?? '') === true
}

/** What a service sees of the file system; undefined where it is told by something we can't see. */
function viewOf(ctx: UnitView): readonly Part[] | undefined {
  const { effective, target, value } = ctx
  // A user's manager sandboxes in a user namespace, and not in all versions.
  if (target.manager === 'user' || foreignView.some((name) => effective.has('Service', name)))
    return undefined
  const folders = [...directories, configuration]
  const names = [...lists, ...single, ...folders.map(([name]) => name)]
  if (!names.every((name) => effective.settled('Service', name))) return undefined
  const parts: Part[] = [...protectedParts(ctx)]
  if (hasOwnTmp(ctx))
    for (const path of ['/tmp', '/var/tmp']) parts.push({ path, state: 'writable', cause: 'PrivateTmp=' })
  for (const [name, home] of folders) {
    for (const { assignment } of effective.all('Service', name)) {
      for (const word of allWords(value(assignment).text, { unquote: true }).words) {
        const path = tidyPath(`${home}/${word.text.split(':')[0]}`)
        parts.push({ path, state: 'writable', cause: `${name}=` })
      }
    }
  }
  for (const name of lists) {
    for (const { assignment } of effective.all('Service', name)) {
      for (const word of allWords(value(assignment).text, { unquote: true }).words)
        parts.push(listedPart(name, word.text))
    }
  }
  return parts.some(({ path }) => !path.startsWith('/')) ? undefined : parts
}

function listedPart(name: (typeof lists)[number], word: string): Part {
  const [first = '', second, options = ''] = word.replace(/^[-+]*/, '').split(':')
  const isBind = name === 'BindPaths' || name === 'BindReadOnlyPaths'
  const path = tidyPath(expandDirectories(isBind ? (second ?? first) : first))
  const cause = `${name}=${first}`
  switch (name) {
    case 'ReadOnlyPaths':
    case 'BindReadOnlyPaths':
      return { path, state: 'read-only', cause }
    case 'InaccessiblePaths':
      return { path, state: 'hidden', cause }
    case 'TemporaryFileSystem':
      return { path, state: /\bro\b/.test(`${second ?? ''},${options}`) ? 'read-only' : 'writable', cause }
    default:
      return { path, state: 'writable', cause }
  }
}

/** What ProtectSystem= and ProtectHome= make of the file system. */
function protectedParts(ctx: UnitView): readonly Part[] {
  const { effective } = ctx
  const dynamic = hasDynamicUser(ctx)
  const parts: Part[] = []
  const system = dynamic ? 'strict' : (effective.text('Service', 'ProtectSystem') ?? '')
  const systemCause = dynamic ? 'DynamicUser=yes' : `ProtectSystem=${system}`
  const add = (state: Part['state'], cause: string, paths: readonly string[]) => {
    for (const path of paths) parts.push({ path, state, cause })
  }
  if (system === 'strict') {
    add('read-only', systemCause, ['/'])
    add('writable', systemCause, ['/proc', '/sys', '/dev'])
  } else if (system === 'full' || readBoolean(system) === true)
    add('read-only', systemCause, ['/usr', '/boot', '/efi', ...(system === 'full' ? ['/etc'] : [])])
  const home = effective.text('Service', 'ProtectHome') ?? ''
  const homeCause = `ProtectHome=${home}`
  if (home === 'tmpfs' || readBoolean(home) === true) add('hidden', homeCause, homes)
  else if (home === 'read-only') add('read-only', homeCause, homes)
  else if (dynamic) add('read-only', 'DynamicUser=yes', homes)
  else add('writable', 'ProtectHome=no', homes)
  return parts
}
