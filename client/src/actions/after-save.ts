import { type Disposable, type TextDocument, window, workspace } from 'vscode'
import type { Step, Target } from '../../../server/src/actions/action.ts'
import { actionOf } from '../../../server/src/actions/actions.ts'
import { isTemplateName } from '../../../server/src/actions/unit-name.ts'
import { configurationSection } from '../../../server/src/protocol.ts'
import { type Choosing, managerOfFile } from './choose-unit.ts'
import { isBroken } from './failure-text.ts'
import { isReadFrom } from './read-from.ts'
import { runSteps, type Work } from './run-action.ts'
import { targetFor } from './targets.ts'
import { unitFileOf } from './unit-file.ts'

const [reloadAndRestart, reloadOnly] = ['Reload systemd and restart', 'Reload systemd']

/**
 * Offers to have systemd read a unit again whose file was saved, and to restart it where it runs. Not again while the
 * last offer for it is still there.
 */
export function offerReloadOnSave(ctx: Choosing): Disposable {
  const offered = new Set<string>()
  return workspace.onDidSaveTextDocument(async (document) => {
    const file = document.languageId === 'systemd-unit' ? unitFileOf(document.uri.path) : undefined
    if (!file || offered.has(file.unit) || !isWanted(document)) return
    offered.add(file.unit)
    // What is saved while the commands run is offered again.
    const work = await offerReload(ctx, document, file.unit).finally(() => offered.delete(file.unit))
    if (work) await runSteps(ctx, work)
  })
}

function isWanted({ uri }: TextDocument): boolean {
  const configuration = workspace.getConfiguration(configurationSection, uri)
  return uri.scheme === 'file' && configuration.get('offerReloadOnSave', true)
}

/** What the person wants done; undefined where there is nothing to do, or they don't want it. */
async function offerReload(ctx: Choosing, document: TextDocument, unit: string): Promise<Work | undefined> {
  const { runner } = ctx
  if (isTemplateName(unit) || (await runner.machine.unfit()) !== undefined) return undefined
  const manager = await managerOfFile(ctx, document.uri)
  const { states, partners } = await runner.look(manager, [unit])
  const state = states.get(unit)
  if (!state?.needDaemonReload || !(await isReadFrom(runner.machine, state, document.uri.fsPath)))
    return undefined
  // One that failed was to run, and is what the change is for.
  const runs = state.active === 'active' || state.active === 'reloading' || isBroken(state)
  const message = `Unitwright: systemd still has '${unit}' as it was before you saved it`
  const buttons = runs ? [reloadAndRestart, reloadOnly] : [reloadOnly]
  const chosen = await window.showInformationMessage(message, ...buttons)
  if (chosen === undefined) return undefined
  const target = targetFor(manager, [{ manager, unit }], partners, runner.circumstances)
  return {
    title: chosen,
    target,
    steps: stepsOf(target, chosen === reloadAndRestart),
    startsUnits: chosen === reloadAndRestart,
  }
}

function stepsOf(target: Target, restarts: boolean): readonly Step[] {
  const reload = actionOf('daemon-reload').steps(target)
  return restarts ? [...reload, ...actionOf('restart').steps(target)] : reload
}
