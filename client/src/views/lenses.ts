import type { ActionId } from '../../../server/src/actions/action.ts'
import { actionOf } from '../../../server/src/actions/actions.ts'
import { describeState, nextActions } from '../../../server/src/actions/describe-state.ts'
import type { UnitState } from '../../../server/src/actions/state.ts'
import { isTemplateName } from '../../../server/src/actions/unit-name.ts'
import type { Manager } from '../actions/unit-file.ts'

/** What stands above a unit file. */
export interface Lens {
  readonly title: string
  readonly tooltip?: string
  /** What a click does; nothing where there is only something to say. */
  readonly action?: ActionId | 'run'
}

/** A unit file that somebody looks at. */
export interface LensSubject {
  readonly unit: string
  readonly manager: Manager
  /** Whether the manager said anything; it does not where it isn't running. */
  readonly answers: boolean
  /** Undefined where systemd knows no such unit. */
  readonly state: UnitState | undefined
  /** Undefined where the file itself is what systemd reads, or a link leads to it. */
  readonly copy: 'same' | 'differs' | undefined
}

const systemdOf = { user: 'your own systemd', system: "the machine's systemd" }

/**
 * Installs, enables and starts, and says what it did.
 * @param whose the systemd that does it
 */
function run(whose: string): Lens {
  return {
    title: '$(rocket) Install, enable and start',
    tooltip: `Puts the file where ${whose} looks for it, starts the unit now and at every boot`,
    action: 'run',
  }
}

/** Nobody is logged in as the user, say, and lingering is off; installing sees to that. */
const silent: Lens = { title: '$(circle-slash) its systemd does not answer' }

/** The lenses of a file that is on no disk yet. */
export const lensesOfUnsaved: readonly Lens[] = [run('systemd')]

/** The lenses of a unit file: how the unit fares, and what one would do next. */
export function lensesOf({ unit, manager, answers, state, copy }: LensSubject, now: Date): readonly Lens[] {
  if (isTemplateName(unit)) {
    return [
      { title: 'a template: each instance has a state of its own' },
      { title: 'Start an instance...', tooltip: actionOf('start').summary, action: 'start' },
      { title: 'Enable an instance...', tooltip: actionOf('enable').summary, action: 'enable' },
    ]
  }
  if (!answers) return [silent, run(systemdOf[manager])]
  const { tone, text, enablement, change } = describeState(state, now)
  if (tone === 'absent')
    return [
      { title: '$(circle-outline) not installed' },
      run(systemdOf[manager]),
      ...others(['install', 'link']),
    ]
  const shown = enablement === undefined ? text : `${text} · ${enablement}`
  const status: Lens = {
    title: `${icons[tone]} ${shown}`,
    tooltip: 'Show its status in the terminal',
    action: 'status',
  }
  const next = nextActions(state).filter((action) => action !== 'daemon-reload')
  return [
    status,
    ...(change === undefined ? [] : [changed(change)]),
    ...(copy === 'differs' ? [outdated(state?.fragmentPath)] : []),
    ...others(next),
  ]
}

const icons = {
  running: '$(pass-filled)',
  stopped: '$(circle-outline)',
  failed: '$(error)',
  busy: '$(loading~spin)',
}

function changed(text: string): Lens {
  return { title: `$(warning) ${text}`, tooltip: actionOf('daemon-reload').summary, action: 'daemon-reload' }
}

function outdated(installed: string | undefined): Lens {
  return {
    title: '$(warning) the installed copy differs: install again',
    tooltip: `systemd reads ${installed ?? 'another file'}`,
    action: 'install',
  }
}

function others(ids: readonly ActionId[]): readonly Lens[] {
  return ids.map((id) => {
    const { label, summary } = actionOf(id)
    return { title: label, tooltip: summary, action: id }
  })
}
