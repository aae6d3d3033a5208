import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import * as vscode from 'vscode'
import { window } from './picking.ts'

/** The folder of the programs that stand in for systemd's; undefined where the suite runs with the machine's own. */
export const fakeFolder = process.env.UNITWRIGHT_FAKE_SYSTEMD

/** By this one learns whether there is a systemd: it always runs. */
const managerVerb = 'is-system-running'

const written = new Set<string>()

/** What `systemctl show` says of a unit, besides its name. */
export type Properties = Readonly<Record<string, string>>

export const running: Properties = {
  LoadState: 'loaded',
  ActiveState: 'active',
  SubState: 'running',
  UnitFileState: 'enabled',
}
export const stopped: Properties = { LoadState: 'loaded', ActiveState: 'inactive', SubState: 'dead' }

/** Forgets everything that was asked, and that is answered. */
export function resetSystemd(): void {
  for (const part of ['states', 'answers', 'after']) {
    const left = readdirSync(inside(part)).filter((name) => name !== managerVerb)
    for (const name of left) rmSync(inside(part, name), { recursive: true })
  }
  rmSync(inside('calls'), { force: true })
}

/** Has systemd know a unit. */
export function hasUnit(name: string, properties: Properties): void {
  writeFileSync(inside('states', name), stateText(name, properties))
}

/** Has a unit change once something is asked for. */
export function hasUnitAfter(verb: string, name: string, properties: Properties): void {
  mkdirSync(inside('after', verb), { recursive: true })
  writeFileSync(inside('after', verb, name), stateText(name, properties))
}

/** What is answered to a verb. */
export function answer(verb: string, { out = '', err = '', status = 0 }): void {
  writeFileSync(inside('answers', verb), out)
  writeFileSync(inside('answers', `${verb}.err`), err)
  writeFileSync(inside('answers', `${verb}.status`), `${status}\n`)
}

/** Every call so far with its arguments, but for those that only ask. */
export function calls(): readonly (readonly string[])[] {
  return allCalls().filter((call) => !isAsking(call))
}

/** Every call so far that only asked. */
export function questions(): readonly (readonly string[])[] {
  return allCalls().filter(isAsking)
}

function allCalls(): readonly (readonly string[])[] {
  if (!existsSync(inside('calls'))) return []
  const all = readFileSync(inside('calls'), 'utf8').split('\0\n\0')
  return all.filter((call) => call !== '').map((call) => call.split('\0'))
}

/** A message that somebody was shown. */
export interface Shown {
  readonly text: string
  readonly buttons: readonly string[]
}

/**
 * Answers messages in place of a person.
 * @param presses the buttons to press, where one of them is offered; each once
 * @returns the messages so far
 */
export function press(...presses: readonly string[]): () => readonly Shown[] {
  const shown: Shown[] = []
  const left = [...presses]
  const hear = async (text: string, ...rest: readonly unknown[]) => {
    const buttons = rest.filter((each) => typeof each === 'string')
    shown.push({ text, buttons })
    const at = left.findIndex((each) => buttons.includes(each))
    return at < 0 ? undefined : left.splice(at, 1)[0]
  }
  Object.assign(window, { showErrorMessage: hear, showInformationMessage: hear, showWarningMessage: hear })
  return () => shown
}

/** Removes the folders of files that a test has written, and of those that it had the editor write beside them. */
export function removeWritten(): void {
  for (const folder of written) rmSync(folder, { recursive: true, force: true })
  written.clear()
}

/** Ends the terminals that a test has opened. */
export async function closeTerminals(): Promise<void> {
  for (const terminal of vscode.window.terminals) terminal.dispose()
}

/** A path in the suite's workspace that no other test has. */
export function pathFor(...parts: readonly string[]): string {
  const [folder] = vscode.workspace.workspaceFolders ?? []
  return path.join(folder!.uri.fsPath, ...parts)
}

/** Writes a file, folders included. It goes with `removeWritten()`, since others count what is in the workspace. */
export function writeAt(file: string, text: string): vscode.Uri {
  written.add(path.dirname(file))
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
  return vscode.Uri.file(file)
}

/** Whether nothing was made by an argument that somebody took for a command. */
export function nothingPwned(): boolean {
  const places = [
    pathFor('pwned'),
    path.join(process.env.HOME ?? '/', 'pwned'),
    path.join(os.tmpdir(), 'pwned'),
    '/pwned',
  ]
  return !places.some((place) => existsSync(place))
}

function stateText(name: string, properties: Properties): string {
  const all = { Id: name, Names: name, NeedDaemonReload: 'no', CanReload: 'no', ...properties }
  return Object.entries(all)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('')
}

function isAsking([program = '', ...words]: readonly string[]): boolean {
  if (program === 'journalctl') return words.includes('--output=cat')
  return ['show', 'show-user', 'list-units', 'list-unit-files', 'is-system-running'].some((verb) =>
    words.includes(verb),
  )
}

function inside(...parts: readonly string[]): string {
  return path.join(fakeFolder!, ...parts)
}
