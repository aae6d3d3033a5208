import type { LogOutputChannel } from 'vscode'
import type { Session } from '../session.ts'
import type { Verifications } from '../verifications.ts'

/** What commands work with. */
export interface CommandContext {
  readonly session: Session
  readonly log: LogOutputChannel
  readonly verifications: Verifications
}

/** A command: its id in the manifest, and what it does. Arguments come from whoever runs it and may be anything. */
export interface Command {
  readonly id: string
  /** What it was about to do, in words that fit before `: REASON`. */
  readonly failure: string
  run(ctx: CommandContext, ...args: readonly unknown[]): Promise<void> | void
}
