import { type DropIn, type Environment, noDropIns, type UnitFile } from '../../base/environment.ts'
import type { Manager } from '../../base/settings.ts'
import { readUnit, settingOf, type UnitDocument } from '../../unit/document.ts'
import { dropInFolders, inOrder } from '../../unit/drop-ins.ts'
import { type Effective, effectiveOf } from '../../unit/effective.ts'
import { identifyUnit, type UnitIdentity } from '../../unit/identity.ts'
import { alone, joinDropIns } from '../../unit/joined.ts'
import type { UnitView } from '../../unit/rules/rule.ts'
import { type StartedServer, serverOfService } from '../../unit/rules/started-server.ts'
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
  /** The server that its last command starts; undefined where it is none that is known here. */
  readonly server: StartedServer | undefined
  value(assignment: Assignment): Value
}

/** The unit files of the workspace, by name. */
export interface UnitsInSight {
  /** Every file that a name may stand for; an instance that has no file of its own is one of its template. */
  named(name: string): readonly UnitInSight[]
  /** Every socket that is no template. */
  sockets(): readonly UnitInSight[]
  /** Every service that is no template and holds a text. */
  servicesWith(text: string): Iterable<UnitInSight>
  /** Every template of services that holds a text. */
  templatesWith(text: string): Iterable<UnitInSight>
  /** True where a unit has drop-ins in other folders too, as in a tree with `/usr/lib` and `/etc`: they may be another machine's. */
  hasFarDropIns(unit: UnitInSight): boolean
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

/**
 * The units that an environment has at hand.
 * @param own the one that is being looked at, which is not opened a second time
 */
export function unitsInSight(environment: Environment, own?: UnitInSight): UnitsInSight {
  const files = environment.units()
  let index = indices.get(files)
  if (!index) {
    index = indexOf(files)
    indices.set(files, index)
  }
  const { byName, withText } = index
  const openOther = openerOf(index, environment)
  const open = (name: string, entry: Entry) =>
    own && entry.file.path === own.path && name === own.name ? own : openOther(name, entry)
  const plain = (type: string) =>
    [...byName].flatMap(([name, entries]) =>
      name.endsWith(`.${type}`) && !name.includes('@.') ? entries : [],
    )
  const templates = () =>
    [...byName].flatMap(([name, entries]) => (name.endsWith('@.service') ? entries : []))
  // Who asks may have heard enough after the first one.
  function* servicesOf(key: string, entries: () => readonly Entry[], text: string): Iterable<UnitInSight> {
    const found = withText.get(key) ?? entries().filter(({ file }) => file.text.includes(text))
    if (withText.size >= mostKept) withText.clear()
    withText.set(key, found)
    for (const entry of found) yield open(entry.identity.name, entry)
  }
  return {
    names: [...byName.keys()],
    others: index.others,
    named: (name) =>
      (byName.get(name) ?? byName.get(templateOf(name)) ?? []).map((entry) => open(name, entry)),
    sockets: () => plain('socket').map((entry) => open(entry.identity.name, entry)),
    servicesWith: (text) => servicesOf(text, () => plain('service'), text),
    hasFarDropIns({ name, path, document }) {
      const home = path.slice(0, path.lastIndexOf('/') + 1)
      const folders = dropInFolders({ ...document.identity, name })
      return [...index.dropIns.keys()].some((each) =>
        folders.some((folder) => each.endsWith(`/${folder}`) && each !== home + folder),
      )
    },
    templatesWith: (text) => servicesOf(`@${text}`, templates, text),
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
  const joined = added.length > 0 ? joinDropIns(document.tree, added) : alone(document.tree)
  const value = (assignment: Assignment) => readValue(joined, assignment)
  return new OpenedUnit(name, file.path, { document, target, value }, () =>
    effectiveOf(document, target, joined),
  )
}

/** A unit file as it is being looked at, with its drop-ins. */
export function ownUnit(view: UnitView, path: string): UnitInSight {
  return new OpenedUnit(view.document.identity.name, path, view, () => view.effective)
}

class OpenedUnit implements UnitInSight {
  readonly name: string
  readonly path: string
  readonly document: UnitDocument
  readonly target: UnitTarget
  readonly manager: Manager | undefined
  readonly value: UnitInSight['value']
  readonly #read: () => Effective
  #effective: Effective | undefined
  #server: StartedServer | undefined
  #isServerKnown = false

  /** @param effective works out what the assignments come to; asked once */
  constructor(
    name: string,
    path: string,
    { document, target, value }: Pick<UnitView, 'document' | 'target' | 'value'>,
    effective: () => Effective,
  ) {
    const named = settingOf(document, 'instance')
    this.name = name
    this.path = path
    this.document = document
    this.target = target
    this.manager = named === 'system' || named === 'user' ? named : document.identity.manager
    this.value = value
    this.#read = effective
  }

  get server(): StartedServer | undefined {
    if (!this.#isServerKnown) {
      this.#server = serverOfService(this)
      this.#isServerKnown = true
    }
    return this.#server
  }

  get effective(): Effective {
    this.#effective ??= this.#read()
    return this.#effective
  }
}

function dropInsOf(path: string, identity: UnitIdentity, dropIns: DropInFolders): readonly DropIn[] {
  if (dropIns.size === 0) return noDropIns
  const home = path.slice(0, path.lastIndexOf('/') + 1)
  return inOrder(dropInFolders(identity).flatMap((folder) => dropIns.get(home + folder) ?? []))
}
