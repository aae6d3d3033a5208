import { commands, type Memento, type TextDocument, Uri, window, workspace } from 'vscode'
import type { Target, TargetFile } from '../../../server/src/actions/action.ts'
import { actionOf } from '../../../server/src/actions/actions.ts'
import { commandOfAction } from '../../../server/src/actions/command.ts'
import { describeState, localClock } from '../../../server/src/actions/describe-state.ts'
import { lingeringQuery, managerQuery, parseLingering } from '../../../server/src/actions/state.ts'
import { isTemplateName } from '../../../server/src/actions/unit-name.ts'
import { configurationSection } from '../../../server/src/protocol.ts'
import { activeDocument } from '../describe-target.ts'
import { goOnDespiteErrors } from './check-first.ts'
import { askInstance, type Choosing, chooseUnits, unitOfFile } from './choose-unit.ts'
import { gatherFiles } from './gather-files.ts'
import { beginnings, type FileToInstall, installingFor, unitsToStart } from './install-plan.ts'
import { runAction, runSteps } from './run-action.ts'
import { type Look, type Runner, statesOf } from './runner.ts'
import { type Chosen, targetFor } from './targets.ts'

/** What it is called, in the palette and on buttons. */
export const installTitle = 'Install, enable and start'

/** What installing works with. */
export interface Installing extends Choosing {
  /** What the workspace remembers. */
  readonly state: Memento
}

/**
 * Goes from a unit file to a unit that runs now and at every boot: saves the file, has systemd find it, enables and
 * starts it with its socket, and keeps it running after logout. All as one line in the terminal; one message says what
 * came of it.
 * @param args the file; without it that of the active editor is meant
 */
export async function installAndStart(ctx: Installing, args: readonly unknown[]): Promise<void> {
  const { runner, session } = ctx
  if (!(await runner.mayRun())) return
  const document = await documentOf(ctx, args)
  if (!document) return
  const chosen = await unitOfFile(ctx, document.uri)
  if (typeof chosen === 'string') {
    void window.showWarningMessage(`Unitwright: ${chosen}`)
    return
  }
  if (!(await goOnDespiteErrors(session, document))) return
  await install(ctx, document.uri, chosen)
}

/** The file, saved. Where there is none but a unit, that is enabled and started. */
async function documentOf(ctx: Installing, args: readonly unknown[]): Promise<TextDocument | undefined> {
  const [argument] = args
  const active = activeDocument()
  // A control file of monit's is no unit; the person may still mean one.
  const own = active && active.languageId !== 'monit' ? active.uri : undefined
  const uri = argument instanceof Uri ? argument : argument === undefined ? own : undefined
  if (uri) return savedDocument(uri)
  const picked = await chooseUnits(ctx, installTitle, args)
  const [one] = picked ?? []
  if (one?.file) return savedDocument(Uri.file(one.file.source))
  if (one) await runAction(ctx, 'enable-and-start', [one])
  return undefined
}

async function savedDocument(uri: Uri): Promise<TextDocument | undefined> {
  const document = await workspace.openTextDocument(uri)
  if (!document.isUntitled && !document.isDirty && (await isOnDisk(uri))) return document
  // Asks for a place where there is none yet.
  const saved = await workspace.save(uri)
  return saved && workspace.openTextDocument(saved)
}

/** Not so where a file was deleted, or moved, while it is open. */
async function isOnDisk(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  )
}

async function install(ctx: Installing, uri: Uri, pointed: Chosen): Promise<void> {
  const { runner, state } = ctx
  const { machine, circumstances } = runner
  const { manager } = pointed
  const isTemplate = isTemplateName(pointed.unit)
  const instance = isTemplate ? await askInstance(pointed.unit) : undefined
  if (isTemplate && instance === undefined) return
  const { beside, files } = await gatherFiles(uri)
  const units = unitsToStart(pointed.unit, beside, instance)
  const target = targetFor(manager, [], new Map(), circumstances)
  const names = units.flatMap(({ name, partner }) => (partner === undefined ? [name] : [name, partner]))
  const look = await runner.look(manager, [...new Set([...names, pointed.unit, ...beside])])
  const [places, lingers, isManagerRunning] = await Promise.all([
    findPlaces(runner, target, files, look),
    isLingering(runner, target),
    isRunning(runner, target),
  ])
  if (!(await mayReplace(state, target, places))) return
  const lingering = lingers === false ? await askLingering(pointed.unit, target, isManagerRunning) : 'fine'
  if (lingering === undefined) return
  const setting = workspace.getConfiguration(configurationSection, uri).get('installBy')
  const known = names.flatMap((name) => look.states.get(name) ?? [])
  const planned = beginnings({
    target,
    units,
    files: places,
    installing: installingFor(setting, manager),
    isLingering: lingering !== 'enable',
    isManagerRunning,
    userId: machine.user?.id,
    elevation: machine.user?.id === 0 ? 'none' : circumstances.elevation,
    isStale: known.some(({ needDaemonReload }) => needDaemonReload),
    isRunning: known.some(({ name, active }) => name.endsWith('.service') && active === 'active'),
  })
  if (planned.kind === 'refused') {
    void window.showWarningMessage(`Unitwright: ${planned.reason}`)
    return
  }
  for (const { place } of places) await state.update(placeKey(target, place), true)
  const started: Target = { ...target, units, files }
  const isWell = await runSteps(ctx, {
    title: installTitle,
    target: started,
    steps: planned.steps,
    startsUnits: true,
  })
  if (isWell) await tellDone(runner, started, planned.done, lingering === 'enable')
}

/** What is in the places of files now. */
async function findPlaces(
  { machine }: Runner,
  { unitFolder }: Target,
  files: readonly TargetFile[],
  { states }: Look,
): Promise<readonly FileToInstall[]> {
  return Promise.all(
    files.map(async (file) => {
      const place = `${unitFolder}/${file.place}`
      const fragment = states.get(file.place)?.fragmentPath
      const [own, there, read] = await Promise.all(
        [file.source, place, fragment ?? place].map((path) => machine.realPath(path)),
      )
      if (own !== undefined && (own === there || own === read)) return { ...file, found: 'present' }
      return { ...file, found: there === undefined ? 'free' : 'taken' }
    }),
  )
}

function placeKey({ unitFolder }: Target, place: string): string {
  return `installed ${unitFolder}/${place}`
}

/** Asks about files that are in the places and that were not put there from here. */
async function mayReplace(
  state: Memento,
  target: Target,
  places: readonly FileToInstall[],
): Promise<boolean> {
  const foreign = places.filter(
    ({ found, place }) => found === 'taken' && !state.get(placeKey(target, place)),
  )
  if (foreign.length === 0) return true
  const paths = foreign.map(({ place }) => `'${target.unitFolder}/${place}'`).join(', ')
  const replace = 'Replace'
  const detail = 'systemd reads that until now. It is gone then.'
  const message = `${paths} ${foreign.length === 1 ? 'is another file' : 'are other files'} than those here`
  return (await window.showWarningMessage(message, { modal: true, detail }, replace)) === replace
}

/** Whether services of the person run without a login; undefined where that can't be learnt, or makes no difference. */
async function isLingering({ machine }: Runner, { manager, user }: Target): Promise<boolean | undefined> {
  if (manager === 'system' || user === undefined) return undefined
  const answer = await machine.ask(lingeringQuery(user))
  return answer && parseLingering(answer.code ?? 1, answer.out, answer.err)
}

async function isRunning({ machine }: Runner, { manager }: Target): Promise<boolean> {
  const answer = await machine.ask(managerQuery(manager))
  // It says `offline` or nothing where nobody answers.
  return /^(?:initializing|starting|running|degraded|maintenance|stopping)$/.test(answer?.out.trim() ?? '')
}

/**
 * Asks whether services are to run without a login, which holds for all of the person's.
 * @returns undefined where the person gave up
 */
async function askLingering(
  unit: string,
  { user }: Target,
  isManagerRunning: boolean,
): Promise<'enable' | 'fine' | undefined> {
  const [enable, without] = ['Enable lingering too', 'Go on without']
  const detail = isManagerRunning
    ? `Without lingering '${unit}' stops with your last logout, and starts at your next login rather than at boot.`
    : 'Nobody is logged in as this user, so no systemd of theirs is running. With lingering it runs from boot on.'
  const chosen = await window.showInformationMessage(
    `Lingering is off for '${user}'`,
    { modal: true, detail },
    enable,
    without,
  )
  return chosen === enable ? 'enable' : chosen === without ? 'fine' : undefined
}

/** One message with what was done and how the units fare. */
async function tellDone(
  runner: Runner,
  target: Target,
  done: readonly string[],
  lingers: boolean,
): Promise<void> {
  const look = await runner.look(
    target.manager,
    target.units.map(({ name }) => name),
  )
  const states = statesOf(target, look).map((state) => {
    const { text, enablement } = describeState(state, new Date(), localClock)
    return [state.name, enablement === undefined ? text : `${enablement}, ${text}`] as const
  })
  const pieces = [...done, ...(lingers ? [await lingeringText(runner, target)] : [])]
  const fares = states.map(([name, text]) => `'${name}' is ${text}`).join('; ')
  const message = [...pieces, fares].filter((piece) => piece !== '').join('; ')
  const logs = actionOf('show-logs')
  const [unit] = target.units
  void window.showInformationMessage(`Unitwright: ${message}`, logs.label).then((chosen) => {
    if (chosen !== logs.label || !unit) return
    const argument = { manager: target.manager, unit: unit.name }
    return commands.executeCommand(commandOfAction('show-logs'), argument)
  })
}

async function lingeringText(runner: Runner, target: Target): Promise<string> {
  return (await isLingering(runner, target)) ? 'lingering enabled' : 'lingering could not be enabled'
}
