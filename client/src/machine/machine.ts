import type { Query } from '../../../server/src/actions/state.ts'

/** What a program that only asks has answered. */
export interface Answer {
  /** The exit status; undefined where a signal ended it, or it was too slow. */
  readonly code: number | undefined
  readonly out: string
  readonly err: string
}

/** The user that the extension runs as. */
export interface MachineUser {
  readonly id: number
  readonly name: string
  /** The absolute path of the home folder. */
  readonly home: string
}

/** A file that a shell writes an exit status into, in a folder that nobody else can read. */
export interface StatusFile {
  /** Absolute; there is no such file yet. */
  readonly path: string
  /** Ends with what was written; undefined where `dispose()` came first. */
  readonly status: Promise<number | undefined>
  /** Removes file and folder. */
  dispose(): void
}

/**
 * The machine that the extension host runs on, which is the one that the workspace is on: over SSH, in WSL and in
 * containers too.
 */
export interface Machine {
  /** Undefined where there are no users as Unix has them. */
  readonly user: MachineUser | undefined
  /** Why no unit can be run here; undefined where they can. Asked anew each time: trust is given later, too. */
  unfit(): Promise<Unfit | undefined>
  /**
   * Runs a program that only asks, with no shell between, and with the variables that reaching the user's manager
   * takes. Refused in an untrusted workspace.
   * @returns undefined where there is no such program, or none may be run
   */
  ask(query: Query): Promise<Answer | undefined>
  /** What a process needs besides its own environment to reach the user's manager. */
  busVariables(): Readonly<Record<string, string>>
  /** The path behind all links; undefined where there is nothing. */
  realPath(path: string): Promise<string | undefined>
  /**
   * Whether the terminal of a shell belongs to something that runs in it, to which whatever is typed would go.
   * @param shell the number of the shell's process
   */
  isBusy(shell: number): Promise<boolean>
  /** A new file for the exit status of a command. */
  statusFile(): Promise<StatusFile>
}

/** Why units can't be run here. */
export type Unfit = 'untrusted' | 'browser' | 'no-systemd'
