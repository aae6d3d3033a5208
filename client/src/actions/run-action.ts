import { commands, Uri, window, workspace } from 'vscode'
import type { Action, ActionId, Elevation, Step, Target } from '../../../server/src/actions/action.ts'
import { actionOf } from '../../../server/src/actions/actions.ts'
import { plan } from '../../../server/src/actions/plan.ts'
import { commandIds } from '../commands/ids.ts'
import { activeSystemdTarget } from '../describe-target.ts'
import type { Outcome } from '../terminal/terminals.ts'
import { type Choosing, chooseUnits, withInstances } from './choose-unit.ts'
import { hasFailed, isBroken } from './failure-text.ts'
import { type Look, statesOf } from './runner.ts'
import { byManager, type Chosen, targetFor } from './targets.ts'
import { tellFailure } from './tell-failure.ts'
import type { Manager } from './unit-file.ts'

/** What starts something with the unit's files as systemd has them: it reads them again first where they changed. */
const readsFiles: ReadonlySet<ActionId> = new Set([
  'start',
  'restart',
  'reload',
  'reload-or-restart',
  'enable-and-start',
])
/** What leaves a unit running, which it may cease to do right afterwards. */
const startsUnits: ReadonlySet<ActionId> = new Set([
  'start',
  'restart',
  'reload-or-restart',
  'enable-and-start',
])

/** How long a unit that was started gets to fail, in milliseconds: most that do fail do so at once. */
const settling = 1500

/**
 * Does an action in the terminal, with units that the arguments name or the person chooses. A failure is explained.
 * @param args what a menu, a tree or a keybinding handed over
 */
export async function runAction(ctx: Choosing, id: ActionId, args: readonly unknown[]): Promise<void> {
  if (!(await ctx.runner.mayRun())) return
  const action = actionOf(id)
  if (!action.needs.units && !action.needs.files) {
    const manager = id === 'enable-lingering' ? 'user' : await managerFor(ctx, args)
    return runOn(ctx, action, manager, [])
  }
  const chosen = await chooseUnits(ctx, action.title, args)
  const named = action.needs.units === 'instance' && chosen ? await withInstances(chosen) : chosen
  if (!named || (action.needs.files && !(await saved(named)))) return
  for (const [manager, units] of byManager(named)) await runOn(ctx, action, manager, units)
}

/** The manager that is meant where no unit is. */
async function managerFor({ session }: Choosing, [argument]: readonly unknown[]): Promise<Manager> {
  const { manager } = { ...(typeof argument === 'object' ? argument : {}) } as { readonly manager?: unknown }
  if (manager === 'system' || manager === 'user') return manager
  const target = await activeSystemdTarget(session)
  return target && target.managerFrom !== 'default' ? target.manager : 'user'
}

/** Saves what is about to be copied or linked. */
async function saved(chosen: readonly Chosen[]): Promise<boolean> {
  for (const { file } of chosen) {
    const document = workspace.textDocuments.find(
      ({ uri }) => uri.scheme === 'file' && uri.fsPath === file?.source,
    )
    if (document?.isDirty && !(await document.save())) return false
  }
  return true
}

async function runOn(
  ctx: Choosing,
  action: Action,
  manager: Manager,
  chosen: readonly Chosen[],
  elevation?: Elevation,
): Promise<void> {
  const { runner } = ctx
  const look = await runner.look(
    manager,
    chosen.map(({ unit }) => unit),
  )
  if (action.needs.isInstalled && action.id !== 'remove' && (await offerInstalling(chosen, look))) return
  const usual = withPlaces(action, targetFor(manager, chosen, look.partners, runner.circumstances))
  const target = elevation ? { ...usual, elevation } : usual
  const planned = plan(action, target)
  if (planned.kind === 'refused') {
    void window.showWarningMessage(`Unitwright: ${planned.reason}`)
    return
  }
  if (action.id === 'remove' && !(await mayRemove(target))) return
  const steps = [...reloadFirst(action, target, look), ...planned.steps]
  const again = async () => runOn(ctx, action, manager, chosen, 'sudo')
  await runSteps(ctx, { title: action.title, target, steps, startsUnits: startsUnits.has(action.id), again })
}

/** Commands for a terminal, and what they are for. */
export interface Work {
  readonly title: string
  readonly target: Target
  readonly steps: readonly Step[]
  /** Whether units should run afterwards. */
  readonly startsUnits: boolean
  readonly again?: () => Promise<void>
}

/**
 * Runs commands in the terminal of their manager, and explains where they or the units fail.
 * @returns whether all went well, as far as that can be known
 */
export async function runSteps({ runner }: Choosing, work: Work): Promise<boolean> {
  const { target, steps } = work
  const since = new Date()
  const isEndless = steps.some((step) => step.isEndless)
  const outcome = await runner.run(isEndless ? 'logs' : target.manager, steps)
  if (isEndless) return true
  const failed = hasFailed(outcome.status, steps)
  if (!failed && !(work.startsUnits && (await breaksAtOnce(runner, target, outcome))))
    return outcome.status === 0
  const { title, again } = work
  const { status = 0, output } = outcome
  await tellFailure(runner, { title, target, steps, output, status, since, ...(again ? { again } : {}) })
  return false
}

/** Whether what was started has failed right afterwards: systemctl waits for few types of services to be up. */
async function breaksAtOnce(
  runner: Choosing['runner'],
  target: Target,
  { status }: Outcome,
): Promise<boolean> {
  if (status !== 0 && status !== undefined) return false
  await new Promise((resolve) => setTimeout(resolve, settling))
  const names = target.units.flatMap(({ name, partner }) =>
    partner === undefined ? [name] : [name, partner],
  )
  return [...(await runner.states(target.manager, names)).values()].some(isBroken)
}

/** Where systemd does not know the unit of a file, the way to change that; true where the person has been told of it. */
async function offerInstalling(chosen: readonly Chosen[], { states }: Look): Promise<boolean> {
  const missing = chosen.find(({ unit, file }) => file && states.get(unit)?.load === 'not-found')
  if (!missing?.file) return false
  const { source } = missing.file
  const run = 'Install, enable and start'
  const message = `Unitwright: systemd does not know '${missing.unit}': its file is not in a folder where systemd looks`
  void window.showWarningMessage(message, run).then((pressed) => {
    if (pressed === run) return commands.executeCommand(commandIds.run, Uri.file(source))
  })
  return true
}

/** A unit that was chosen by its name is removed by its place, which is all that counts there. */
function withPlaces(action: Action, target: Target): Target {
  if (action.id !== 'remove' || target.files.length > 0) return target
  return { ...target, files: target.units.map(({ name }) => ({ source: `/${name}`, place: name })) }
}

async function mayRemove({ unitFolder, files }: Target): Promise<boolean> {
  const places = files.map(({ place }) => `'${unitFolder}/${place}'`).join(', ')
  const remove = 'Remove'
  const detail =
    'The unit is stopped and disabled first. Where a link is there, the file that it leads to stays.'
  return (await window.showWarningMessage(`Remove ${places}?`, { modal: true, detail }, remove)) === remove
}

/** Files that have changed are read again before anything is started by them. */
function reloadFirst({ id }: Action, target: Target, look: Look): readonly Step[] {
  if (!readsFiles.has(id) || !statesOf(target, look).some(({ needDaemonReload }) => needDaemonReload))
    return []
  return actionOf('daemon-reload').steps(target)
}
