import { commands, type Disposable, EventEmitter, window, workspace } from 'vscode'
import type { Elevation, Step, Target } from '../../../server/src/actions/action.ts'
import { parseStates, stateQuery, type UnitState } from '../../../server/src/actions/state.ts'
import { configurationSection } from '../../../server/src/protocol.ts'
import type { Machine, Unfit } from '../machine/machine.ts'
import { unfitText } from '../machine/unfit-text.ts'
import { type Outcome, Terminals, type TerminalUse } from '../terminal/terminals.ts'
import type { Circumstances } from './targets.ts'
import { companionsOf, type Manager, partnerOf } from './unit-file.ts'

/** The context key that hides what can't be run here. Its value is the reason. */
export const unfitKey = 'unitwright.unfit'

/** Runs actions on the machine, and tells when one is over. */
export class Runner implements Disposable {
  readonly machine: Machine
  readonly #terminals: Terminals
  readonly #ended = new EventEmitter<void>()
  readonly #fitnessChanged = new EventEmitter<void>()
  #unfit: Unfit | undefined

  constructor(machine: Machine) {
    this.machine = machine
    this.#terminals = new Terminals(machine)
  }

  /** Fires when a command that was run in a terminal of ours is over: states may have changed. */
  readonly onDidEnd = this.#ended.event
  /** Fires when units can be run here, or can't any more. */
  readonly onDidChangeFitness = this.#fitnessChanged.event

  /** Whether units can be run here; where not, the person is told why. */
  async mayRun(): Promise<boolean> {
    const unfit = await this.machine.unfit()
    if (unfit === undefined) return true
    const trust = 'Manage trust'
    const buttons = unfit === 'untrusted' ? [trust] : []
    void window.showWarningMessage(`Unitwright: ${unfitText(unfit)}`, ...buttons).then((chosen) => {
      if (chosen === trust) void commands.executeCommand('workbench.trust.manage')
    })
    return false
  }

  /** Tells menus whether units can be run here. */
  async updateContext(): Promise<void> {
    const unfit = await this.machine.unfit()
    await commands.executeCommand('setContext', unfitKey, unfit)
    if (unfit === this.#unfit) return
    this.#unfit = unfit
    this.#fitnessChanged.fire()
  }

  /** What is the same for every target here. */
  get circumstances(): Circumstances {
    const elevation = workspace.getConfiguration(configurationSection).get<Elevation>('elevation', 'sudo')
    return { user: this.machine.user, elevation }
  }

  /** Runs commands as one line in a terminal, and waits for the end of it. */
  async run(use: TerminalUse, steps: readonly Step[]): Promise<Outcome> {
    const isAsking = steps.some(({ argv }) => argv[0] === 'sudo' || argv[0] === 'pkexec')
    try {
      return await this.#terminals.run(use, steps, isAsking)
    } finally {
      this.#ended.fire()
    }
  }

  /** What systemd says of units, by name; nothing of what it can't be asked about. */
  async states(manager: Manager, units: readonly string[]): Promise<ReadonlyMap<string, UnitState>> {
    const query = stateQuery(manager, units)
    const answer = query && (await this.machine.ask(query))
    return parseStates(answer?.out ?? '')
  }

  /** What systemd says of units and of what may start them, and the pairs among these. */
  async look(manager: Manager, units: readonly string[]): Promise<Look> {
    const states = await this.states(
      manager,
      units.flatMap((unit) => [unit, ...companionsOf(unit)]),
    )
    const pairs = units.flatMap((unit) => {
      const partner = partnerOf(unit, states)
      return partner === undefined ? [] : [[unit, partner] as const]
    })
    return { states, partners: new Map(pairs) }
  }

  dispose(): void {
    this.#terminals.dispose()
    this.#ended.dispose()
    this.#fitnessChanged.dispose()
  }
}

/** What systemd says of units. */
export interface Look {
  readonly states: ReadonlyMap<string, UnitState>
  /** The other ones of sockets and services. */
  readonly partners: ReadonlyMap<string, string>
}

/** The states of the units that an action is about. */
export function statesOf({ units }: Target, { states }: Look): readonly UnitState[] {
  return units.flatMap(({ name }) => states.get(name) ?? [])
}
