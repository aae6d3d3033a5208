import type { Step } from '../../../server/src/actions/action.ts'
import { describeState, localClock } from '../../../server/src/actions/describe-state.ts'
import { explainFailure } from '../../../server/src/actions/explain/explain.ts'
import type { Explanation } from '../../../server/src/actions/explain/explanation.ts'
import type { UnitState } from '../../../server/src/actions/state.ts'

/** What a shell says of a command that the person interrupted, by SIGINT. */
const interrupted = 130

/**
 * Whether a line of commands failed.
 * @param status of the line; undefined where nobody told
 */
export function hasFailed(status: number | undefined, steps: readonly Step[]): boolean {
  if (status === undefined || status === 0 || status === interrupted) return false
  return !steps.some(({ answers }) => answers?.includes(status))
}

/** True for a unit that systemd gave up on, or starts again and again. */
export function isBroken(state: UnitState | undefined): boolean {
  return state !== undefined && (state.active === 'failed' || state.sub === 'auto-restart')
}

/** What is known of a failure. */
export interface Traces {
  /** What the terminal showed; empty where the editor does not hand that on. */
  readonly output: string
  /** What the journal has of the units since the command was given; empty where it can't be read. */
  readonly journal: string
  readonly states: readonly UnitState[]
}

/**
 * What a failure comes from. systemctl knows of refusals, the journal of programs that end; where both are silent, the
 * states say how the last run ended.
 */
export function explainTraces({ output, journal, states }: Traces): Explanation | undefined {
  const words = states.map(stateWords).join('\n')
  const found = [`${journal}\n${output}`, words].map(explainFailure)
  return found.find((each) => each && each.tells !== 'failure') ?? found.find((each) => each)
}

/** A state in the words in which systemd tells of it. */
function stateWords(state: UnitState): string {
  const { name, load } = state
  if (load === 'not-found') return `Unit ${name} not found.`
  if (load === 'masked') return `Unit ${name} is masked.`
  if (load === 'bad-setting') return `Unit ${name} has a bad unit file setting.`
  if (!isBroken(state)) return ''
  const { text } = describeState(state, new Date(0), localClock)
  const status = /exit-code (\d+(?:\/\S+)?)$/.exec(text)?.[1]
  if (status !== undefined) return `${name}: Main process exited, code=exited, status=${status}`
  return `${name}: Failed with result '${state.result ?? 'unknown'}'.`
}

/** `exit-code 216/GROUP`: how units fare that systemd gave up on; undefined where none is. */
export function brokenText(states: readonly UnitState[]): string | undefined {
  const broken = states.find(isBroken)
  return broken && `${broken.name} ${describeState(broken, new Date(0), localClock).text}`
}
