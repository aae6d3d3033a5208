import { actionOf } from '../../../server/src/actions/actions.ts'
import { describeState } from '../../../server/src/actions/describe-state.ts'
import type { UnitState } from '../../../server/src/actions/state.ts'
import { isTemplateName } from '../../../server/src/actions/unit-name.ts'
import { managerRows, type ServiceRow, workspaceRows } from '../units/service-rows.ts'
import type { Manager, Units } from '../units/unit-states.ts'

/** A file of the workspace, and the unit that it is. */
export interface WorkspaceUnit {
  readonly manager: Manager
  readonly unit: string
  readonly file: { readonly source: string; readonly place: string }
}

/** What the tree is made from. */
export interface TreeSubject {
  /** In the order in which they are preferred, where several files are of one name. */
  readonly workspace: readonly WorkspaceUnit[]
  /** Whose units are shown, besides those of the workspace. */
  readonly managers: readonly Manager[]
  units(manager: Manager): Units
}

/** What stands in the tree of services. */
export type ServiceNode = GroupNode | UnitNode | MessageNode

/** Units that belong together; commands that are about a manager take it as their argument. */
export interface GroupNode {
  readonly kind: 'group'
  readonly id: 'workspace' | Manager
  /** Undefined for the workspace, whose units may be of both. */
  readonly manager?: Manager
  readonly label: string
  readonly description: string
  readonly children: readonly (UnitNode | MessageNode)[]
}

/** A unit; commands of actions take it as their argument. */
export interface UnitNode {
  readonly kind: 'unit'
  readonly id: string
  readonly manager: Manager
  readonly unit: string
  readonly file?: WorkspaceUnit['file']
  readonly row: ServiceRow
}

/** Something that there is to say in place of units, and what helps. */
export interface MessageNode {
  readonly kind: 'message'
  readonly id: string
  readonly label: string
  readonly action?: 'enable-lingering'
}

/** The tree of services: the workspace's own units, then those of each manager. */
export function serviceTree(subject: TreeSubject, now: Date): readonly GroupNode[] {
  const own = workspaceGroup(subject, now)
  const managers = subject.managers.map((manager) => managerGroup(subject, manager, now))
  return own.children.length === 0 ? managers : [own, ...managers]
}

function workspaceGroup({ workspace, units }: TreeSubject, now: Date): GroupNode {
  const children = (['user', 'system'] as const).flatMap((manager) => {
    const known = units(manager)
    const files = new Map(
      workspace
        .filter((each) => each.manager === manager && known.asked.names.has(each.unit))
        .reverse()
        .map(({ unit, file }) => [unit, file]),
    )
    return workspaceRows(known, [...files.keys()], now).map((row) => {
      const state = isTemplateName(row.name) ? template : known.answers ? row.state : silent
      return { ...unitNode('workspace', manager, { ...row, state }), file: files.get(row.name)! }
    })
  })
  return {
    kind: 'group',
    id: 'workspace',
    label: 'This workspace',
    description: summaryOf(children),
    children: children.sort((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0)),
  }
}

function managerGroup({ workspace, units }: TreeSubject, manager: Manager, now: Date): GroupNode {
  const known = units(manager)
  const group = { kind: 'group', id: manager, manager, label: managerLabels[manager] } as const
  // Nothing is said before systemd was asked.
  if (!known.asked.all) return { ...group, description: '', children: [] }
  if (known.listed === undefined) {
    return { ...group, description: 'does not answer', children: silentMessages(manager) }
  }
  const own = workspace.filter((each) => each.manager === manager).map(({ unit }) => unit)
  const rows = managerRows(known, new Set(own), now).map((row) => unitNode(manager, manager, row))
  return { ...group, description: summaryOf(rows), children: rows }
}

const managerLabels: Readonly<Record<Manager, string>> = {
  user: 'User manager',
  system: 'System manager',
}

/** Its instances have states, among the units of their manager. */
const template: ServiceRow['state'] = {
  tone: 'absent',
  text: 'a template',
  enablement: undefined,
  change: undefined,
}

const silent: ServiceRow['state'] = {
  tone: 'absent',
  text: 'its systemd does not answer',
  enablement: undefined,
  change: undefined,
}

function silentMessages(manager: Manager): readonly MessageNode[] {
  const label =
    manager === 'user'
      ? 'no systemd of yours is running: you are not logged in as systemd sees it'
      : 'the systemd of this machine is not running, or can not be reached'
  const message: MessageNode = { kind: 'message', id: `${manager} silent`, label }
  if (manager === 'system') return [message]
  const { title } = actionOf('enable-lingering')
  const lingering = `${title}, to have it run from boot on`
  return [message, { kind: 'message', id: 'lingering', label: lingering, action: 'enable-lingering' }]
}

function unitNode(group: string, manager: Manager, row: ServiceRow): UnitNode {
  return { kind: 'unit', id: `${group} ${manager} ${row.name}`, manager, unit: row.name, row }
}

/** `12 running, 1 failed`; what there is none of is left out. */
function summaryOf(nodes: readonly UnitNode[]): string {
  const count = (tone: string) => nodes.filter(({ row }) => row.state.tone === tone).length
  const [running, failed] = [count('running'), count('failed')]
  return [...(running > 0 ? [`${running} running`] : []), ...(failed > 0 ? [`${failed} failed`] : [])].join(
    ', ',
  )
}

/** How a state is said in one line: `active (running) since 10:12 · enabled`. */
export function stateLine({ text, enablement, change }: ServiceRow['state']): string {
  return [text, enablement, change].filter((part) => part !== undefined).join(' · ')
}

/** What a screen reader says of a unit; the icon's meaning is in the words of its state. */
export function spokenLabel({ unit, row }: UnitNode): string {
  return [unit, ...stateLine(row.state).split(' · ')].join(', ')
}

/**
 * The words by which menus know what can be done with a unit: `unit`, how it fares (`running`, `stopped`, `failed`,
 * `busy`, `absent`, `masked`, `template`), `installed`, `enabled` or `disabled`, `stale` where systemd has not read what
 * is there now, and `file` for one of the workspace.
 */
export function menuWords({ unit, row, file }: UnitNode): string {
  const { tone, change } = row.state
  const boot = bootWord(row.unit)
  return [
    'unit',
    ...(isTemplateName(unit) ? ['template'] : row.unit?.load === 'masked' ? ['masked'] : [tone]),
    ...(tone === 'absent' ? [] : ['installed']),
    ...(boot === undefined ? [] : [boot]),
    ...(change === undefined ? [] : ['stale']),
    ...(file ? ['file'] : []),
  ].join(' ')
}

function bootWord(unit: UnitState | undefined): 'enabled' | 'disabled' | undefined {
  switch (unit?.enabled) {
    case 'enabled':
    case 'enabled-runtime':
      return 'enabled'
    case 'disabled':
    case 'linked':
    case 'linked-runtime':
      return 'disabled'
    default:
      return undefined
  }
}

/**
 * What there is to know of a unit, one a line, for whoever rests on it.
 * @param state what systemd says of it now
 */
export function unitLines(
  { unit, file, row }: UnitNode,
  state: UnitState | undefined,
  now: Date,
): readonly string[] {
  const { description, fragmentPath, statusText, dropInPaths, triggers, triggeredBy, restarts } =
    state ?? nothingKnown
  return [
    ...(description === undefined || description === unit ? [] : [description]),
    stateLine(state ? describeState(state, now) : row.state),
    ...(statusText === undefined ? [] : [`it says: ${statusText}`]),
    ...(restarts > 0 ? [`restarted by systemd: ${restarts} times`] : []),
    ...(file ? [`in the workspace: ${file.source}`] : []),
    ...(fragmentPath === undefined || fragmentPath === file?.source ? [] : [`read from ${fragmentPath}`]),
    ...dropInPaths.map((path) => `changed by ${path}`),
    ...(triggeredBy.length > 0 ? [`started by ${triggeredBy.join(', ')}`] : []),
    ...(triggers.length > 0 ? [`starts ${triggers.join(', ')}`] : []),
  ]
}

const nothingKnown = {
  description: undefined,
  fragmentPath: undefined,
  statusText: undefined,
  dropInPaths: [],
  triggers: [],
  triggeredBy: [],
  restarts: 0,
}
