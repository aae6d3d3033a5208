/**
 * What checking with a real program needs of its surroundings: to find a program, and to run it over files in a folder
 * that nobody else can read. A browser has no such thing.
 */
export interface ProcessRunner {
  /** The whole path of a program, as a shell would find it; undefined where there is none. */
  find(program: string): Promise<string | undefined>
  /** Runs a program to its end, or to the end of its time. Nothing of it stays: neither process nor files. */
  run(job: Job): Promise<Outcome>
}

/** A program to run. */
export interface Job {
  /** Its whole path. */
  readonly program: string
  /** In milliseconds; then the program is killed. */
  readonly timeLimit: number
  /** Variables that it gets of this process's own, besides PATH. */
  readonly inherited: readonly string[]
  /** Says what it runs with, once it is known where its files lie. */
  prepare(folder: string): Preparation
}

export interface Preparation {
  /** Paths from the folder, with `/` between folders, and the texts put there. */
  readonly files: ReadonlyMap<string, string>
  /** One for each argument; no shell reads them. */
  readonly arguments: readonly string[]
  /** Variables that come before the inherited ones. */
  readonly variables: Readonly<Record<string, string>>
}

export type Outcome =
  | {
      readonly kind: 'ended'
      readonly code: number
      /** What it printed on its error stream; of very much the beginning. */
      readonly errors: string
      /** Where its files lay. */
      readonly folder: string
    }
  | { readonly kind: 'out-of-time' }
  | { readonly kind: 'failed'; readonly reason: string }
