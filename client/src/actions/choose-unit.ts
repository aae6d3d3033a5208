import { type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from 'vscode'
import { filesQuery, listQuery, parseFiles, parseList } from '../../../server/src/actions/state.ts'
import { instanceName, isTemplateName, isTooLong } from '../../../server/src/actions/unit-name.ts'
import { activeDocument, targetOf } from '../describe-target.ts'
import type { Session } from '../session.ts'
import { findUnitFiles } from './find-unit-files.ts'
import { isReadFrom } from './read-from.ts'
import type { Runner } from './runner.ts'
import { type Chosen, chosenFromArgument } from './targets.ts'
import { type Manager, managerOf, unitFileOf } from './unit-file.ts'
import { type UnitChoice, unitChoices } from './unit-items.ts'

/** What choosing works with. */
export interface Choosing {
  readonly session: Session
  readonly runner: Runner
}

/**
 * The units that a command is about: those that its arguments name, or else the one of the file that the person looks
 * at, or else one that they pick.
 * @param args what a menu, a tree or a keybinding handed over
 * @returns undefined where the person gave up, or has been told what is wrong
 */
export async function chooseUnits(
  ctx: Choosing,
  title: string,
  args: readonly unknown[],
): Promise<readonly Chosen[] | undefined> {
  const [first, selection] = args
  if (first instanceof Uri) {
    const uris = Array.isArray(selection) ? selection.filter((each) => each instanceof Uri) : []
    return unitsOfFiles(ctx, uris.length > 0 ? uris : [first])
  }
  const named = chosenFromArgument(first)
  if (named) return [named]
  const active = activeDocument()
  if (active && unitFileOf(active.uri.path)) return unitsOfFiles(ctx, [active.uri])
  const picked = await pickUnit(ctx, title, 'user')
  return picked && [picked]
}

async function unitsOfFiles(ctx: Choosing, uris: readonly Uri[]): Promise<readonly Chosen[] | undefined> {
  const chosen: Chosen[] = []
  for (const uri of uris) {
    const one = await unitOfFile(ctx, uri)
    if (typeof one === 'string') {
      void window.showWarningMessage(`Unitwright: ${one}`)
      return undefined
    }
    chosen.push(one)
  }
  return chosen
}

/** The unit of a file, or in words why it has none. */
export async function unitOfFile(ctx: Choosing, uri: Uri): Promise<Chosen | string> {
  if (uri.scheme !== 'file') return `'${uri.path}' is not on a disk of this machine; save it there first`
  const file = unitFileOf(uri.path)
  if (!file) {
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1)
    return `'${name}' is no name of a unit; such names end in a type and have no blanks, as in 'web.service'`
  }
  return {
    manager: await managerOfFile(ctx, uri),
    unit: file.unit,
    file: { source: uri.fsPath, place: file.place },
  }
}

/**
 * The manager that a unit file is for.
 * @param ctx without a runner nobody is asked, which for many files would take long
 */
export async function managerOfFile(
  { session, runner }: Pick<Choosing, 'session'> & Partial<Choosing>,
  uri: Uri,
): Promise<Manager> {
  // The server knows what is open only.
  const document = await workspace.openTextDocument(uri)
  const target = await targetOf(session, document).catch(() => null)
  const info = target?.program === 'systemd' ? target : undefined
  const manager = managerOf(info, document.getText())
  if (!runner || manager === 'user' || (info && info.managerFrom !== 'default')) return manager
  // Its words are those of a unit of the system's; a mistake, where the person's own systemd reads this very file.
  const unit = unitFileOf(uri.path)?.unit ?? ''
  const state = (await runner.states('user', [unit])).get(unit)
  return state && (await isReadFrom(runner.machine, state, uri.fsPath)) ? 'user' : manager
}

/**
 * Asks which instance of each template is meant.
 * @returns undefined where the person gave up
 */
export async function withInstances(chosen: readonly Chosen[]): Promise<readonly Chosen[] | undefined> {
  const named: Chosen[] = []
  for (const each of chosen) {
    const { unit } = each
    const instance = isTemplateName(unit) ? await askInstance(unit) : undefined
    if (isTemplateName(unit) && instance === undefined) return undefined
    named.push(instance === undefined ? each : { ...each, unit: instanceName(unit, instance) })
  }
  return named
}

/** Asks which instance of a template is meant; undefined where the person gave up. */
export async function askInstance(template: string): Promise<string | undefined> {
  const instance = await window.showInputBox({
    title: `Instance of ${template}`,
    prompt: "the name between '@' and the dot; %i in the file stands for it",
    placeHolder: '8080',
    validateInput(text) {
      if (text === '') return 'a name, a number or a path'
      return isTooLong(instanceName(template, text)) ? 'too long for the name of a unit' : undefined
    },
  })
  return instance || undefined
}

interface UnitItem extends QuickPickItem {
  readonly choice?: UnitChoice
  /** The manager whose units to show instead. */
  readonly other?: Manager
}

/** Lets the person pick a unit: those of the workspace first, then the manager's. */
async function pickUnit(ctx: Choosing, title: string, manager: Manager): Promise<Chosen | undefined> {
  const items = unitItems(ctx.runner, manager)
  const picked = await window.showQuickPick<UnitItem>(items, {
    title,
    placeHolder: `a unit of ${manager === 'user' ? 'the workspace or of your own systemd' : 'the system'}`,
    matchOnDescription: true,
  })
  if (!picked) return undefined
  if (picked.other) return pickUnit(ctx, title, picked.other)
  const { unit, path } = picked.choice!
  if (path === undefined) return { manager, unit }
  return (await unitsOfFiles(ctx, [Uri.file(path)]))?.[0]
}

async function unitItems({ machine }: Runner, manager: Manager): Promise<readonly UnitItem[]> {
  const [uris, listed, files] = await Promise.all([
    findUnitFiles(),
    machine.ask(listQuery(manager)),
    machine.ask(filesQuery(manager)),
  ])
  const paths = uris.filter(({ scheme }) => scheme === 'file').map(({ fsPath }) => fsPath)
  const choices = unitChoices(paths, parseList(listed?.out ?? ''), parseFiles(files?.out ?? ''))
  const group = (label: string, units: readonly UnitChoice[]): readonly UnitItem[] =>
    units.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...units.map(unitItem)]
  const other: UnitItem =
    manager === 'user'
      ? { label: '$(server) Units of the system...', other: 'system', alwaysShow: true }
      : { label: '$(account) Your own units...', other: 'user', alwaysShow: true }
  return [
    ...group('workspace', choices.workspace),
    ...group(manager === 'user' ? 'your own systemd' : 'system', choices.manager),
    { label: '', kind: QuickPickItemKind.Separator },
    other,
  ]
}

function unitItem(choice: UnitChoice): UnitItem {
  const detail = choice.path === undefined ? {} : { detail: workspace.asRelativePath(choice.path) }
  return { label: choice.unit, description: choice.state, ...detail, choice }
}
