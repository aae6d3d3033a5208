import {
  commands,
  type Disposable,
  EventEmitter,
  MarkdownString,
  type Memento,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode'
import { commandOfAction } from '../../../server/src/actions/command.ts'
import type { Runner } from '../actions/runner.ts'
import { commandIds } from '../commands/ids.ts'
import type { Session } from '../session.ts'
import type { Manager, UnitStates } from '../units/unit-states.ts'
import {
  type GroupNode,
  type MessageNode,
  menuWords,
  type ServiceNode,
  serviceTree,
  spokenLabel,
  stateLine,
  type UnitNode,
  unitLines,
} from './service-tree.ts'
import { WorkspaceUnits } from './workspace-units.ts'

const viewId = 'unitwright.services'

/** Remembers whether the units of the system are shown; also the context key by which menus know it. */
const systemKey = 'unitwright.systemUnits'

/** What the view works with. */
export interface ViewContext {
  readonly session: Session
  readonly runner: Runner
  readonly states: UnitStates
  /** What the workspace remembers. */
  readonly state: Memento
}

/** The tree of services. As long as it can't be seen it asks nobody and watches nothing. */
export class ServicesView implements TreeDataProvider<ServiceNode>, Disposable {
  readonly #ctx: ViewContext
  readonly #changed = new EventEmitter<void>()
  readonly #view: TreeView<ServiceNode>
  readonly #listeners: readonly Disposable[]
  /** What is held while somebody looks. */
  #open: { readonly workspace: WorkspaceUnits; readonly parts: readonly Disposable[] } | undefined
  /** Made when it is asked for, and forgotten when something has changed. */
  #tree: readonly GroupNode[] | undefined
  /** What of it the editor has taken over. */
  readonly #taken = new Set<ServiceNode>()
  /** Counts the times that the view was shown, hidden or asked for something else. */
  #turn = 0

  constructor(ctx: ViewContext) {
    this.#ctx = ctx
    this.#view = window.createTreeView(viewId, { treeDataProvider: this, showCollapseAll: true })
    const update = () => void this.#update()
    this.#listeners = [
      this.#changed,
      this.#view,
      this.#view.onDidChangeVisibility(update),
      ctx.runner.onDidChangeFitness(update),
    ]
    void commands.executeCommand('setContext', systemKey, this.#showsSystem)
    update()
  }

  readonly onDidChangeTreeData = this.#changed.event

  /** What the view shows now, one a line; nothing while it can't be seen. */
  get lines(): readonly string[] {
    const nodes = this.#groups().flatMap((group) => [group, ...group.children])
    return nodes.filter((node) => this.#taken.has(node)).map(lineOf)
  }

  /** Shows or hides the units of the system, from now on. */
  async showSystem(shown: boolean): Promise<void> {
    await this.#ctx.state.update(systemKey, shown)
    await commands.executeCommand('setContext', systemKey, shown)
    this.#refresh()
    this.#ctx.states.refresh()
  }

  /** Brings the view into sight. */
  async reveal(): Promise<void> {
    await commands.executeCommand(`${viewId}.focus`)
  }

  getChildren(node?: ServiceNode): ServiceNode[] {
    const children = node === undefined ? this.#groups() : node.kind === 'group' ? node.children : []
    return [...children]
  }

  getTreeItem(node: ServiceNode): TreeItem {
    this.#taken.add(node)
    switch (node.kind) {
      case 'group':
        return groupItem(node)
      case 'unit':
        return unitItem(node)
      case 'message':
        return messageItem(node)
    }
  }

  async resolveTreeItem(item: TreeItem, node: ServiceNode): Promise<TreeItem> {
    if (node.kind !== 'unit') return item
    const { manager, unit } = node
    const state = (await this.#ctx.runner.states(manager, [unit])).get(unit)
    const [first = '', ...others] = unitLines(node, state, new Date())
    const tooltip = new MarkdownString().appendMarkdown('**').appendText(unit).appendMarkdown('**\n\n')
    tooltip.appendText(first)
    for (const line of others) tooltip.appendMarkdown('\n\n').appendText(line)
    item.tooltip = tooltip
    return item
  }

  dispose(): void {
    this.#turn++
    this.#close()
    for (const each of this.#listeners) each.dispose()
  }

  get #showsSystem(): boolean {
    return this.#ctx.state.get(systemKey, false)
  }

  async #update(): Promise<void> {
    const turn = ++this.#turn
    const isWanted = this.#view.visible && (await this.#ctx.runner.machine.unfit()) === undefined
    if (turn !== this.#turn || isWanted === (this.#open !== undefined)) return
    if (isWanted) this.#begin()
    else this.#close()
    this.#refresh()
  }

  #begin(): void {
    const { session, states } = this.#ctx
    const changed = () => this.#refresh()
    const workspace = new WorkspaceUnits(session, () => {
      states.refresh()
      changed()
    })
    const look = (manager: Manager) => {
      const isShown = () => this.#managers.includes(manager)
      const names = () => workspace.units.filter((each) => each.manager === manager).map(({ unit }) => unit)
      return states.look({
        manager,
        names,
        get all() {
          return isShown()
        },
        changed,
      })
    }
    this.#open = { workspace, parts: [workspace, look('user'), look('system')] }
  }

  #close(): void {
    for (const each of this.#open?.parts ?? []) each.dispose()
    this.#open = undefined
  }

  get #managers(): readonly Manager[] {
    return this.#showsSystem ? ['user', 'system'] : ['user']
  }

  #groups(): readonly GroupNode[] {
    if (!this.#open) return []
    const { workspace } = this.#open
    const { states } = this.#ctx
    this.#tree ??= serviceTree(
      {
        workspace: workspace.units,
        managers: this.#managers,
        units: (manager) => states.of(manager),
      },
      new Date(),
    )
    return this.#tree
  }

  #refresh(): void {
    this.#tree = undefined
    this.#taken.clear()
    this.#changed.fire()
  }
}

function lineOf(node: ServiceNode): string {
  return node.kind === 'unit' ? `  ${node.unit}: ${stateLine(node.row.state)}` : node.label
}

const groupIcons = { workspace: 'root-folder', user: 'account', system: 'server' }

function groupItem(group: GroupNode): TreeItem {
  const item = new TreeItem(group.label, TreeItemCollapsibleState.Expanded)
  item.id = group.id
  item.description = group.description
  item.iconPath = new ThemeIcon(groupIcons[group.id])
  item.contextValue = group.manager === undefined ? 'workspace' : `manager ${group.manager}`
  const label = [group.label, group.description].filter((part) => part !== '').join(', ')
  item.accessibilityInformation = { label }
  return item
}

/** The icon and its colour, by how a unit fares; the words beside it say the same. */
const unitIcons: Readonly<Record<UnitNode['row']['state']['tone'], readonly [string, string]>> = {
  running: ['pass-filled', 'testing.iconPassed'],
  stopped: ['circle-outline', 'descriptionForeground'],
  failed: ['error', 'testing.iconFailed'],
  busy: ['loading~spin', 'progressBar.background'],
  absent: ['circle-slash', 'disabledForeground'],
}

function unitItem(node: UnitNode): TreeItem {
  const item = new TreeItem(node.unit, TreeItemCollapsibleState.None)
  const [icon, color] = unitIcons[node.row.state.tone]
  item.id = node.id
  item.description = stateLine(node.row.state)
  item.iconPath = new ThemeIcon(icon, new ThemeColor(color))
  item.contextValue = menuWords(node)
  item.accessibilityInformation = { label: spokenLabel(node) }
  item.command = { command: commandIds.openUnitFile, title: 'Open unit file', arguments: [node] }
  return item
}

function messageItem({ id, label, action }: MessageNode): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.None)
  item.id = id
  item.iconPath = new ThemeIcon(action === undefined ? 'info' : 'lightbulb')
  if (action !== undefined) item.command = { command: commandOfAction(action), title: label }
  return item
}
