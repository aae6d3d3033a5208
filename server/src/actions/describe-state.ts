import { exitStatusName, signalName } from '../unit/data/process-ends.ts'
import type { ActionId } from './action.ts'
import type { UnitState } from './state.ts'

/** What a state comes to, for a line above a file, a tree and whoever listens to it. */
export interface StateText {
  /** How it fares, for icons. */
  readonly tone: 'running' | 'stopped' | 'failed' | 'busy' | 'absent'
  /** `active (running) since 10:12`, `failed: exit-code 216/GROUP`, `not installed`. */
  readonly text: string
  /** `enabled`, `not enabled`; undefined where it makes no difference, as where it is not installed. */
  readonly enablement: string | undefined
  /** `changed on disk: reload needed`; undefined where systemd has read what is there. */
  readonly change: string | undefined
}

/**
 * Words a state.
 * @param state undefined where systemd knows no such unit
 * @param now what counts as today
 * @param clock words a moment of today, and one of another day, in the time zone of whoever reads
 */
export function describeState(state: UnitState | undefined, now: Date, clock: Clock = localClock): StateText {
  if (!state || (state.load === 'not-found' && state.active === 'inactive')) {
    return { tone: 'absent', text: 'not installed', enablement: undefined, change: undefined }
  }
  const change = state.needDaemonReload ? 'changed on disk: reload needed' : undefined
  return { ...describeActivity(state, now, clock), enablement: describeEnablement(state), change }
}

/** How moments are told. */
export interface Clock {
  /** `10:12` */
  time(moment: Date): string
  /** `2024-05-01` */
  day(moment: Date): string
}

/** Moments as the machine's own clock shows them. */
export const localClock: Clock = {
  time: (moment) => `${two(moment.getHours())}:${two(moment.getMinutes())}`,
  day: (moment) => `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`,
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

function describeActivity(state: UnitState, now: Date, clock: Clock): Pick<StateText, 'tone' | 'text'> {
  const since = describeSince(state.since, now, clock)
  if (state.load === 'masked') return { tone: 'stopped', text: 'masked' }
  switch (state.active) {
    case 'active':
      return { tone: 'running', text: `active (${state.sub})${since}` }
    case 'failed':
      return { tone: 'failed', text: `failed: ${describeResult(state)}` }
    case 'inactive':
      return state.load === 'loaded'
        ? { tone: 'stopped', text: 'not running' }
        : { tone: 'failed', text: `can't be loaded: ${state.load}` }
    default:
      // `auto-restart-queued` since 254.
      return state.sub.startsWith('auto-restart')
        ? { tone: 'failed', text: `waiting for its restart: ${describeResult(state)}` }
        : { tone: 'busy', text: `${state.active} (${state.sub})${since}` }
  }
}

function describeSince(since: Date | undefined, now: Date, clock: Clock): string {
  if (!since) return ''
  const day = clock.day(since)
  return day === clock.day(now) ? ` since ${clock.time(since)}` : ` since ${day} ${clock.time(since)}`
}

/** `exit-code 216/GROUP`, `signal SIGKILL`, `start-limit-hit`. */
function describeResult({ result, mainExit }: UnitState): string {
  const how = result ?? 'unknown result'
  if (!mainExit || !['exit-code', 'signal', 'core-dump'].includes(how)) return how
  const { kind, number } = mainExit
  const name = kind === 'status' ? exitStatusName(number) : signalName(number)
  if (kind === 'status') return `${how} ${number}${name === undefined ? '' : `/${name}`}`
  return `${how} ${name ?? number}`
}

function describeEnablement({ enabled }: UnitState): string | undefined {
  switch (enabled) {
    case 'disabled':
    case 'linked':
    case 'linked-runtime':
      return 'not enabled'
    case 'enabled-runtime':
      return 'enabled until the next boot'
    case 'static':
    case 'indirect':
    case 'generated':
    case 'transient':
    case 'masked-runtime':
    case 'bad':
    case 'masked':
    case 'alias':
      return undefined
    default:
      return enabled
  }
}

/**
 * What one would do next with a unit in a state, the likeliest first.
 * @param state undefined where systemd knows no such unit
 */
export function nextActions(state: UnitState | undefined): readonly ActionId[] {
  if (!state || (state.load === 'not-found' && state.active === 'inactive')) return ['install', 'link']
  const reload: readonly ActionId[] = state.needDaemonReload ? ['daemon-reload'] : []
  const startsAtBoot = state.enabled !== 'disabled' && state.enabled !== 'linked'
  const begin: ActionId = startsAtBoot ? 'start' : 'enable-and-start'
  switch (state.active) {
    case 'active':
    case 'reloading':
    case 'refreshing':
      return [...reload, 'restart', ...(state.canReload ? (['reload'] as const) : []), 'stop', 'show-logs']
    case 'failed':
      return [...reload, begin, 'reset-failed', 'show-recent-logs']
    case 'inactive':
      return [...reload, begin, 'show-recent-logs']
    default:
      return [...reload, 'stop', 'show-logs']
  }
}
