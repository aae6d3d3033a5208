import {
  filesQuery,
  type ListedFile,
  type ListedUnit,
  listQuery,
  parseFiles,
  parseList,
  parseStates,
  stateQuery,
  type UnitState,
} from '../../../server/src/actions/state.ts'
import type { Machine } from '../machine/machine.ts'

/** The systemd that runs units. */
export type Manager = 'system' | 'user'

/** What is known of the units of a manager at a moment. */
export interface Units {
  /** Which of them systemd was asked about; what it said of others is not known. */
  readonly asked: { readonly names: ReadonlySet<string>; readonly all: boolean }
  /** Whether the manager said anything; it does not where it isn't running. */
  readonly answers: boolean
  /** What systemd says of the units that somebody looks at by name. */
  readonly states: ReadonlyMap<string, UnitState>
  /** Those that the manager has in memory; undefined where nobody looks at all of them, or it doesn't answer. */
  readonly listed: readonly ListedUnit[] | undefined
  readonly files: readonly ListedFile[]
}

/** Somebody who looks at units as long as it isn't disposed. */
export interface Look {
  readonly manager: Manager
  /** Which ones; asked each time. */
  names(): readonly string[]
  /** True for who wants to see all units of the manager, too. */
  readonly all: boolean
  /** Called when something is known that was not before. */
  changed(): void
}

/** Time, which tests make pass as they like. */
export interface Timer {
  /** @param delay in milliseconds */
  after(delay: number, call: () => void): { cancel(): void }
}

/** What is known before anything was asked. */
export const unasked: Units = {
  asked: { names: new Set(), all: false },
  answers: false,
  states: new Map(),
  listed: undefined,
  files: [],
}

/** How long it takes at most until a change that nobody told of is seen, in milliseconds. */
export const pollInterval = 4000

/** So many names a question: one argument must not get longer than the system takes. */
const mostNames = 500

/**
 * The states of units, for as long as somebody looks at them: without, no program is started and no timer runs. However
 * many look, each manager is asked once.
 */
export class UnitStates {
  readonly #machine: Pick<Machine, 'ask'>
  readonly #timer: Timer
  readonly #looks = new Set<Look>()
  readonly #known = new Map<Manager, Units>()
  #next: { cancel(): void } | undefined
  #asking = false
  #askAgain = false

  constructor(machine: Pick<Machine, 'ask'>, timer: Timer) {
    this.#machine = machine
    this.#timer = timer
  }

  /** What was known of a manager's units when it was asked last. */
  of(manager: Manager): Units {
    return this.#known.get(manager) ?? unasked
  }

  /** Begins to look: states are asked for at once, and then from time to time. */
  look(look: Look): { dispose(): void } {
    this.#looks.add(look)
    this.refresh()
    return {
      dispose: () => {
        this.#looks.delete(look)
        // What was true is not what will be true when somebody looks again.
        if (this.#looksAt(look.manager).length === 0) this.#known.delete(look.manager)
        if (this.#looks.size > 0) return
        this.#next?.cancel()
        this.#next = undefined
      },
    }
  }

  /** Asks now, because something has been done, or somebody looks at something else. */
  refresh(): void {
    if (this.#looks.size === 0) return
    if (this.#asking) {
      this.#askAgain = true
      return
    }
    this.#next?.cancel()
    this.#next = undefined
    void this.#ask()
  }

  async #ask(): Promise<void> {
    this.#asking = true
    do {
      this.#askAgain = false
      await Promise.all((['user', 'system'] as const).map((manager) => this.#askManager(manager)))
    } while (this.#askAgain && this.#looks.size > 0)
    this.#asking = false
    if (this.#looks.size > 0) this.#next = this.#timer.after(pollInterval, () => this.refresh())
  }

  async #askManager(manager: Manager): Promise<void> {
    const looks = this.#looksAt(manager)
    if (looks.length === 0) return
    const asked = {
      names: new Set(looks.flatMap((look) => look.names())),
      all: looks.some((look) => look.all),
    }
    const [listed, files] = asked.all ? await this.#askLists(manager) : [undefined, []]
    // A list does not tell why a unit failed.
    const failed = listed?.filter(({ active }) => active === 'failed').map(({ name }) => name) ?? []
    const states = await this.#askStates(manager, [...new Set([...asked.names, ...failed])])
    const answers = listed !== undefined || states.size > 0
    const units: Units = { asked, answers, states, listed, files }
    const present = this.#looksAt(manager)
    if (present.length === 0 || isSame(units, this.of(manager))) return
    this.#known.set(manager, units)
    for (const look of present) look.changed()
  }

  #looksAt(manager: Manager): readonly Look[] {
    return [...this.#looks].filter((look) => look.manager === manager)
  }

  async #askLists(
    manager: Manager,
  ): Promise<readonly [readonly ListedUnit[] | undefined, readonly ListedFile[]]> {
    const [units, files] = await Promise.all([
      this.#machine.ask(listQuery(manager)),
      this.#machine.ask(filesQuery(manager)),
    ])
    return [units?.code === 0 ? parseList(units.out) : undefined, parseFiles(files?.out ?? '')]
  }

  async #askStates(manager: Manager, names: readonly string[]): Promise<ReadonlyMap<string, UnitState>> {
    const states = new Map<string, UnitState>()
    for (let from = 0; from < names.length; from += mostNames) {
      const query = stateQuery(manager, names.slice(from, from + mostNames))
      const answer = query && (await this.#machine.ask(query))
      for (const [name, state] of parseStates(answer?.out ?? '')) states.set(name, state)
    }
    return states
  }
}

function isSame(a: Units, b: Units): boolean {
  return asText(a) === asText(b)
}

function asText({ asked, answers, states, listed, files }: Units): string {
  return JSON.stringify([[...asked.names], asked.all, answers, [...states], listed ?? null, files])
}
