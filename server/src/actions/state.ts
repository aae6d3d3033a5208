import type { Manager } from '../base/settings.ts'
import { isTemplateName, isValidName } from './unit-name.ts'

/** A command that only asks, to be run without a shell. */
export interface Query {
  readonly argv: readonly string[]
  /** Variables to add to the environment: they make the answer readable by a program. */
  readonly environment: Readonly<Record<string, string>>
}

/** What systemd says of a unit; words as systemd has them. */
export interface UnitState {
  readonly name: string
  /** `loaded`, `not-found`, `bad-setting`, `error`, `masked`. */
  readonly load: string
  /** `active`, `reloading`, `inactive`, `failed`, `activating`, `deactivating`, `maintenance`, `refreshing`. */
  readonly active: string
  /** `running`, `listening`, `waiting`, `exited`, `auto-restart`, … */
  readonly sub: string
  /** How the last run ended: `success`, `exit-code`, `signal`, `timeout`, `start-limit-hit`, …; undefined for units without. */
  readonly result: string | undefined
  /** `enabled`, `disabled`, `static`, `linked`, `masked`, …; undefined where systemd knows no file. */
  readonly enabled: string | undefined
  /** The files have changed since systemd read them. */
  readonly needDaemonReload: boolean
  /** When it became what `active` says; undefined where it never changed. */
  readonly since: Date | undefined
  readonly mainPid: number | undefined
  /** How the main process ended last; undefined where it did not yet. */
  readonly mainExit: MainExit | undefined
  readonly restarts: number
  /** What the service says of itself, as Puma does. */
  readonly statusText: string | undefined
  /** The unit's file, where there is one; of a linked unit the file that the link leads to. */
  readonly fragmentPath: string | undefined
  readonly dropInPaths: readonly string[]
  readonly triggers: readonly string[]
  readonly triggeredBy: readonly string[]
  readonly description: string | undefined
  /** Whether it can be reloaded; false for one that is not installed. */
  readonly canReload: boolean
}

/** How a main process ended: with an exit status, or by a signal's number. */
export interface MainExit {
  readonly kind: 'status' | 'signal'
  readonly number: number
}

/** A unit in a list of all. */
export interface ListedUnit {
  readonly name: string
  readonly load: string
  readonly active: string
  readonly sub: string
  readonly description: string
}

/** A file in a list of all. */
export interface ListedFile {
  readonly name: string
  readonly enabled: string
}

const properties = [
  ...['Id', 'Names', 'LoadState', 'ActiveState', 'SubState', 'Result', 'UnitFileState', 'NeedDaemonReload'],
  ...['StateChangeTimestamp', 'ActiveEnterTimestamp', 'InactiveEnterTimestamp', 'ActiveExitTimestamp'],
  ...['InactiveExitTimestamp', 'MainPID', 'ExecMainCode', 'ExecMainStatus', 'NRestarts', 'StatusText'],
  ...['FragmentPath', 'DropInPaths', 'Triggers', 'TriggeredBy', 'Description', 'CanReload'],
]

/** Fixed, so that no locale, pager or time zone changes what is read; `Wed 2024-05-01 08:12:00 UTC`. */
const environment = { LC_ALL: 'C', TZ: 'UTC', SYSTEMD_COLORS: '0', SYSTEMD_PAGER: 'cat' }

/**
 * Asks for the states of units. What is no name of a unit that could run, templates among them, is left out: systemctl
 * would say nothing of those behind it.
 * @returns undefined where nothing is left to ask
 */
export function stateQuery(manager: Manager, names: readonly string[]): Query | undefined {
  const asked = [...new Set(names)].filter((name) => isValidName(name) && !isTemplateName(name))
  if (asked.length === 0) return undefined
  return {
    argv: [
      ...['systemctl', `--${manager}`, '--no-pager', 'show', `--property=${properties.join(',')}`],
      ...['--', ...asked],
    ],
    environment,
  }
}

/** Asks for every unit that the manager has in memory. */
export function listQuery(manager: Manager): Query {
  return {
    argv: ['systemctl', `--${manager}`, '--no-pager', ...table, '--all', 'list-units'],
    environment,
  }
}

/** Asks for every unit file, templates and what was never started included. */
export function filesQuery(manager: Manager): Query {
  return { argv: ['systemctl', `--${manager}`, '--no-pager', ...table, 'list-unit-files'], environment }
}

/** Columns as they are in every version; JSON came with 246, and no name has a blank in it. */
const table = ['--plain', '--no-legend', '--full']

/** Asks whether the user's services run without a login; undefined for the one who asks. */
export function lingeringQuery(user: string): Query {
  return { argv: ['loginctl', '--no-pager', 'show-user', '--property=Linger', '--', user], environment }
}

/**
 * Reads the answer to `lingeringQuery()`. logind does not know a user who is not logged in and does not linger.
 * @param code the exit status
 */
export function parseLingering(code: number, out: string, err: string): boolean | undefined {
  const said = /^Linger=(yes|no)$/m.exec(out)?.[1]
  if (said !== undefined) return said === 'yes'
  return code !== 0 && /is not logged in or lingering/.test(err) ? false : undefined
}

/** Asks whether the user's manager runs at all: it answers with a word, whatever its exit status. */
export function managerQuery(manager: Manager): Query {
  return { argv: ['systemctl', `--${manager}`, '--no-pager', 'is-system-running'], environment }
}

/**
 * Reads the answer to `stateQuery()`.
 * @returns a state for each unit that was asked about, by its name; units that have several names by each of them
 */
export function parseStates(out: string): ReadonlyMap<string, UnitState> {
  const states = new Map<string, UnitState>()
  for (const block of out.split(/\n{2,}/)) {
    const state = parseState(block)
    if (!state) continue
    for (const name of words(valuesOf(block).get('Names'))) states.set(name, state)
    states.set(state.name, state)
  }
  return states
}

/** Reads the answer to `listQuery()`. */
export function parseList(out: string): readonly ListedUnit[] {
  return rows(out).flatMap((row) => {
    const [name, load, active, sub, ...description] = row.split(/\s+/)
    if (!name || !load || !active || !sub) return []
    return [{ name, load, active, sub, description: description.join(' ') }]
  })
}

/** Reads the answer to `filesQuery()`. */
export function parseFiles(out: string): readonly ListedFile[] {
  return rows(out).flatMap((row) => {
    const [name, enabled] = row.split(/\s+/)
    return name && enabled ? [{ name, enabled }] : []
  })
}

function rows(out: string): readonly string[] {
  return out
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '')
}

function parseState(block: string): UnitState | undefined {
  const values = valuesOf(block)
  const name = values.get('Id')
  const active = values.get('ActiveState')
  if (!name || !active) return undefined
  return {
    name,
    active,
    load: values.get('LoadState') ?? '',
    sub: values.get('SubState') ?? '',
    result: values.get('Result') || undefined,
    enabled: values.get('UnitFileState') || undefined,
    needDaemonReload: values.get('NeedDaemonReload') === 'yes',
    since: sinceOf(active, values),
    mainPid: positive(values.get('MainPID')),
    mainExit: mainExitOf(values),
    restarts: positive(values.get('NRestarts')) ?? 0,
    statusText: values.get('StatusText') || undefined,
    fragmentPath: values.get('FragmentPath') || undefined,
    dropInPaths: words(values.get('DropInPaths')),
    triggers: words(values.get('Triggers')),
    triggeredBy: words(values.get('TriggeredBy')),
    description: values.get('Description') || undefined,
    canReload: values.get('CanReload') === 'yes',
  }
}

function valuesOf(block: string): ReadonlyMap<string, string> {
  const lines = block.split('\n').map((line) => [line, line.indexOf('=')] as const)
  return new Map(
    lines.filter(([, at]) => at > 0).map(([line, at]) => [line.slice(0, at), line.slice(at + 1)]),
  )
}

/** The same moments that `systemctl status` takes. */
function sinceOf(active: string, values: ReadonlyMap<string, string>): Date | undefined {
  switch (active) {
    case 'active':
    case 'reloading':
    case 'refreshing':
      return moment(values.get('ActiveEnterTimestamp'))
    case 'inactive':
    case 'failed':
      return moment(values.get('InactiveEnterTimestamp'))
    case 'activating':
      return moment(values.get('InactiveExitTimestamp'))
    default:
      return moment(values.get('ActiveExitTimestamp'))
  }
}

function moment(text: string | undefined): Date | undefined {
  const match = /(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.\d+)? UTC$/.exec(text ?? '')
  return match ? new Date(`${match[1]}T${match[2]}Z`) : undefined
}

/** `si_code` of waitid(2): 1 is an exit, 2 and 3 are signals, the latter with a core dump. */
function mainExitOf(values: ReadonlyMap<string, string>): MainExit | undefined {
  const code = values.get('ExecMainCode')
  const number = Number(values.get('ExecMainStatus'))
  if (code === '1') return { kind: 'status', number }
  return code === '2' || code === '3' ? { kind: 'signal', number } : undefined
}

function positive(text: string | undefined): number | undefined {
  const number = Number(text)
  return Number.isInteger(number) && number > 0 ? number : undefined
}

function words(text: string | undefined): readonly string[] {
  return text?.split(' ').filter((word) => word !== '') ?? []
}
