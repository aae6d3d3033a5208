import type { Manager } from '../base/settings.ts'
import { sectionsOf, type UnitType } from './data/directives.ts'

/** What a unit file's path says of it. */
export interface UnitIdentity {
  /** The unit's name without template suffix, `puma.service`; for a drop-in the unit it adds to. */
  readonly name: string
  /** Undefined where neither name nor folder tell it: then every section is taken as possible. */
  readonly type: UnitType | undefined
  readonly dropIn: boolean
  /** The file is a template (ERB, Jinja, `.in`) of a unit file. */
  readonly template: boolean
  /** The template may be one in which `${ }` is filled in, as Terraform and CMake do; elsewhere a variable is meant. */
  readonly interpolates?: true
  /** The manager in whose folders the file lies. */
  readonly manager: Manager | undefined
}

export const unitTypes = Object.keys(sectionsOf) as readonly UnitType[]

/** Types whose file extension other programs use as well; they count in folders of systemd only. */
const sharedExtensions: ReadonlySet<string> = new Set(['target', 'path', 'device'])

const interpolatingSuffixes: ReadonlySet<string> = new Set(['in', 'tmpl', 'tpl', 'tftpl'])
const templateSuffixes: ReadonlySet<string> = new Set([
  ...['erb', 'j2', 'jinja', 'jinja2'],
  ...interpolatingSuffixes,
])
const types = unitTypes.join('|')
const typeNames: ReadonlySet<string> = new Set(unitTypes)
const dropInFolder = new RegExp(`^(?:(.+)\\.)?(${types})\\.d$`)
// `systemctl edit` opens a copy beside the file that it will replace: `.#override.conf` and a random tail.
const dropInFile = /^(?:[^.].*\.conf|\.#.+)$/
const editedUnit = /^\.#(.+?)[0-9a-f]{16}$/
const foreignFolder = /(?:^|\/)(?:dbus-1\/(?:system-)?services|avahi\/services)\//
/** Kin of unit files that begin with [Unit] as well, and are read by other programs: Quadlet, networkd, nspawn. */
const foreignExtensions: ReadonlySet<string> = new Set([
  ...['container', 'volume', 'network', 'netdev', 'link', 'kube', 'pod', 'image', 'build', 'artifact'],
  ...['nspawn', 'dnssd'],
])

/**
 * Tells a unit file by its path.
 * @param path with `/` between folders; any prefix, a URI's path too
 * @returns undefined where the path names something else
 */
export function identifyUnit(path: string): UnitIdentity | undefined {
  if (isInForeignFolder(path)) return undefined
  const slash = path.lastIndexOf('/')
  const file = path.slice(slash + 1)
  const plain = withoutTemplateSuffix(file)
  const common = { ...templateKind(file, plain), manager: managerOf(path) }
  const inSystemd = path.startsWith('systemd/') || path.includes('/systemd/')

  if ((plain.endsWith('.conf') || plain.startsWith('.#')) && dropInFile.test(plain)) {
    const unit = dropInFolder.exec(path.slice(path.lastIndexOf('/', slash - 1) + 1, Math.max(slash, 0)))
    if (unit && (unit[1] !== undefined || inSystemd)) {
      const type = unit[2] as UnitType
      return {
        ...common,
        name: unit[1] === undefined ? `.${type}` : `${unit[1]}.${type}`,
        type,
        dropIn: true,
      }
    }
  }

  const name = plain.startsWith('.#') ? (editedUnit.exec(plain)?.[1] ?? plain) : plain
  // An editor's lock file, such as `.#web.service`.
  if (name.startsWith('.#')) return undefined
  const type = typeOfName(name)
  if (type === undefined) return undefined
  if (sharedExtensions.has(type) && !inSystemd) return undefined
  return { ...common, name, type, dropIn: false }
}

/** True for a file of another program that an editor may take for a unit file, by its name or its first lines. */
export function isForeign(path: string, text: string): boolean {
  const plain = withoutTemplateSuffix(path)
  const dot = plain.lastIndexOf('.')
  if (isInForeignFolder(path) || (dot >= 0 && foreignExtensions.has(plain.slice(dot + 1)))) return true
  return /^\uFEFF?\s*(?:#[^\n]*\n\s*)*(?:\[D-BUS Service\]|<\?xml|<!DOCTYPE)/.test(text.slice(0, 2000))
}

/**
 * The identity of a text that a person or an editor calls a unit file, whatever its path: the type follows from its
 * name where the name ends in one.
 */
export function assumeUnit(path: string): UnitIdentity {
  const known = identifyUnit(path)
  if (known) return known
  const file = path.slice(path.lastIndexOf('/') + 1)
  const plain = withoutTemplateSuffix(file)
  return {
    name: plain,
    type: typeOfName(plain),
    dropIn: false,
    ...templateKind(file, plain),
    manager: managerOf(path),
  }
}

/** What the suffix of a file says that is left out in its plain name. */
function templateKind(file: string, plain: string): Pick<UnitIdentity, 'template' | 'interpolates'> {
  const template = plain !== file
  return template && interpolatingSuffixes.has(file.slice(plain.length + 1))
    ? { template, interpolates: true }
    : { template }
}

function withoutTemplateSuffix(name: string): string {
  const dot = name.lastIndexOf('.')
  return templateSuffixes.has(name.slice(dot + 1)) && dot >= 0 ? name.slice(0, dot) : name
}

/** The type that a unit's name ends in. */
function typeOfName(name: string): UnitType | undefined {
  const dot = name.lastIndexOf('.')
  const type = name.slice(dot + 1)
  // No unit has a name of two lines.
  return dot > 0 && typeNames.has(type) && !name.includes('\n') ? (type as UnitType) : undefined
}

/** True where the first line of a text can only be a unit file's. */
export function looksLikeUnit(text: string): boolean {
  return /^\uFEFF?[ \t]*\[Unit\][ \t]*(?:[\r\n]|$)/.test(text)
}

function managerOf(path: string): Manager | undefined {
  if (isBelow(path, '/systemd/user')) return 'user'
  return isBelow(path, '/systemd/system') ? 'system' : undefined
}

/** True where a path leads through folders, or through one whose name goes on behind a dot: `user.control`. */
function isBelow(path: string, folders: string): boolean {
  for (let at = path.indexOf(folders); at >= 0; at = path.indexOf(folders, at + 1)) {
    const next = path[at + folders.length]
    if (next === undefined || next === '/' || next === '.') return true
  }
  return false
}

function isInForeignFolder(path: string): boolean {
  return path.includes('services/') && foreignFolder.test(path)
}
