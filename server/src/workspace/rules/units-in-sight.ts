import { type DropIn, type Environment, noDropIns, type UnitFile } from '../../base/environment.ts'
import type { Manager } from '../../base/settings.ts'
import { readUnit, settingOf, type UnitDocument } from '../../unit/document.ts'
import { dropInFolders, inOrder } from '../../unit/drop-ins.ts'
import { type Effective, effectiveOf } from '../../unit/effective.ts'
import { identifyUnit, type UnitIdentity } from '../../unit/identity.ts'
import { alone, type JoinedUnit, joinDropIns } from '../../unit/joined.ts'
import type { Assignment } from '../../unit/syntax/tree.ts'
import { readValue, type Value } from '../../unit/syntax/value.ts'
import { targetOf, type UnitTarget } from '../../unit/target.ts'

/** A unit of the workspace, with its drop-ins there. */
export interface UnitInSight {
  /** The name it was asked for by: of an instance its own, `web@1.service`. */
  readonly name: string
  readonly path: string
  readonly document: UnitDocument
  readonly target: UnitTarget
  /** The manager that a comment or the folder names; undefined where neither does. */
  readonly manager: Manager | undefined
  readonly effective: Effective
  value(assignment: Assignment): Value
}

/** The unit files of the workspace, by name. */
export interface UnitsInSight {
  /** Every file that a name may stand for; an instance that has no file of its own is one of its template. */
  named(name: string): readonly UnitInSight[]
  /** Every socket that is no template. */
  sockets(): readonly UnitInSight[]
  /** Every service that is no template and holds a text. */
  servicesWith(text: string): readonly UnitInSight[]
  /** The names of all units, each once. */
  readonly names: readonly string[]
  /** Files that are no units: those by which servers are configured. */
  readonly others: readonly UnitFile[]
}

interface Entry {
  readonly file: UnitFile
  readonly identity: UnitIdentity
}

/** The files of a list, and what was worked out of them: it is asked anew at each keystroke in a control file. */
interface Index {
  readonly byName: ReadonlyMap<string, readonly Entry[]>
  readonly dropIns: DropInFolders
  readonly others: readonly UnitFile[]
  readonly withText: Map<string, readonly Entry[]>
  /** By the name, and by what the settings say of the target. */
  readonly opened: Map<string, UnitInSight>
}

/** By the folder: drop-ins by the names of their files. */
type DropInFolders = ReadonlyMap<string, ReadonlyMap<string, DropIn>>

/** While somebody types a name, each of its beginnings is asked for; so many answers are kept. */
const mostKept = 5000

/** Lists stay the same from one keystroke to the next, and so do files from one list to the next. */
const indices = new WeakMap<readonly UnitFile[], Index>()
const documents = new WeakMap<UnitFile, UnitDocument>()
const dropInOf = new WeakMap<UnitFile, DropIn>()

/** The units that an environment has at hand. */
export function unitsInSight(environment: Environment): UnitsInSight {
  const files = environment.units()
  let index = indices.get(files)
  if (!index) {
    index = indexOf(files)
    indices.set(files, index)
  }
  const { byName } = index
  const open = openerOf(index, environment)
  const plain = (type: string) =>
    [...byName].flatMap(([name, entries]) =>
      name.endsWith(`.${type}`) && !name.includes('@.') ? entries : [],
    )
  return {
    names: [...byName.keys()],
    others: index.others,
    named: (name) =>
      (byName.get(name) ?? byName.get(templateOf(name)) ?? []).map((entry) => open(name, entry)),
    sockets: () => plain('socket').map((entry) => open(entry.identity.name, entry)),
    servicesWith(text) {
      const known = index.withText.get(text)
      const found = known ?? plain('service').filter(({ file }) => file.text.includes(text))
      if (index.withText.size >= mostKept) index.withText.clear()
      index.withText.set(text, found)
      return found.map((entry) => open(entry.identity.name, entry))
    },
  }
}

/** A way to open units; each is opened once for the same list and the same target. */
function openerOf(
  { opened, dropIns }: Index,
  environment: Environment,
): (name: string, entry: Entry) => UnitInSight {
  const { systemdVersion, instance } = environment.settings
  const target = `${systemdVersion} ${environment.machineVersion} ${instance}`
  return (name, entry) => {
    const key = `${target} ${name} ${entry.file.path}`
    const unit = opened.get(key) ?? openUnit(name, entry, dropIns, environment)
    if (opened.size >= mostKept) opened.clear()
    opened.set(key, unit)
    return unit
  }
}

/** `web@.service` for `web@1.service`; a name without an instance is nobody's. */
function templateOf(name: string): string {
  return name.replace(/@.+(?=\.\w+$)/, '@')
}

function indexOf(files: readonly UnitFile[]): Index {
  const byName = new Map<string, Entry[]>()
  const dropIns = new Map<string, Map<string, DropIn>>()
  const others: UnitFile[] = []
  for (const file of files) {
    const identity = identifyUnit(file.path)
    if (!identity) {
      others.push(file)
    } else if (identity.dropIn) {
      const slash = file.path.lastIndexOf('/')
      const folder = file.path.slice(0, slash)
      const own = dropIns.get(folder) ?? new Map<string, DropIn>()
      dropIns.set(folder, own.set(file.path.slice(slash + 1), toDropIn(file)))
    } else {
      const own = byName.get(identity.name) ?? []
      byName.set(identity.name, own)
      own.push({ file, identity })
    }
  }
  return { byName, dropIns, others, withText: new Map(), opened: new Map() }
}

function toDropIn(file: UnitFile): DropIn {
  let dropIn = dropInOf.get(file)
  if (!dropIn) {
    dropIn = { name: file.path.split('/').slice(-2).join('/'), text: file.text }
    dropInOf.set(file, dropIn)
  }
  return dropIn
}

function openUnit(
  name: string,
  { file, identity }: Entry,
  dropIns: DropInFolders,
  environment: Environment,
): UnitInSight {
  let document = documents.get(file)
  if (!document) {
    document = readUnit(file.text, identity)
    documents.set(file, document)
  }
  const target = targetOf(document, environment)
  const added = dropInsOf(file.path, { ...identity, name }, dropIns)
  const joined: JoinedUnit = added.length > 0 ? joinDropIns(document.tree, added) : alone(document.tree)
  return new OpenedUnit(name, file.path, document, target, joined)
}

/** A unit file as it is being looked at, with its drop-ins. */
export function ownUnit(document: UnitDocument, path: string, environment: Environment): UnitInSight {
  const dropIns = environment.dropIns()
  const joined = dropIns.length > 0 ? joinDropIns(document.tree, dropIns) : alone(document.tree)
  return new OpenedUnit(document.identity.name, path, document, targetOf(document, environment), joined)
}

class OpenedUnit implements UnitInSight {
  readonly name: string
  readonly path: string
  readonly document: UnitDocument
  readonly target: UnitTarget
  readonly manager: Manager | undefined
  readonly value: UnitInSight['value']
  readonly #joined: JoinedUnit
  #effective: Effective | undefined

  constructor(name: string, path: string, document: UnitDocument, target: UnitTarget, joined: JoinedUnit) {
    const named = settingOf(document, 'instance')
    this.name = name
    this.path = path
    this.document = document
    this.target = target
    this.manager = named === 'system' || named === 'user' ? named : document.identity.manager
    this.value = (assignment) => readValue(joined, assignment)
    this.#joined = joined
  }

  get effective(): Effective {
    this.#effective ??= effectiveOf(this.document, this.target, this.#joined)
    return this.#effective
  }
}

function dropInsOf(path: string, identity: UnitIdentity, dropIns: DropInFolders): readonly DropIn[] {
  if (dropIns.size === 0) return noDropIns
  const home = path.slice(0, path.lastIndexOf('/') + 1)
  return inOrder(dropInFolders(identity).flatMap((folder) => dropIns.get(home + folder) ?? []))
}
