import type { LogOutputChannel, Memento } from 'vscode'
import type { Runner } from '../actions/runner.ts'
import type { Session } from '../session.ts'
import type { UnitStates } from '../units/unit-states.ts'
import type { Verifications } from '../verifications.ts'
import type { ServicesView } from '../views/services-view.ts'

/** What commands work with. */
export interface CommandContext {
  readonly session: Session
  readonly log: LogOutputChannel
  readonly verifications: Verifications
  /** What runs actions on the machine. */
  readonly runner: Runner
  /** What systemd says of units that somebody looks at. */
  readonly states: UnitStates
  readonly services: ServicesView
  /** What the workspace remembers. */
  readonly state: Memento
}

/** A command: its id in the manifest, and what it does. Arguments come from whoever runs it and may be anything. */
export interface Command {
  readonly id: string
  /** What it was about to do, in words that fit before `: REASON`. */
  readonly failure: string
  run(ctx: CommandContext, ...args: readonly unknown[]): Promise<void> | void
}
