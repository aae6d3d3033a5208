/** What to do about a server that ended by itself. */
export interface CrashVerdict {
  readonly restart: boolean
  /** Whether the person should hear of it: the first time, and when it won't be started again. */
  readonly tell: boolean
}

const mostRestarts = 4
const within = 3 * 60 * 1000

/**
 * Decides what happens when the server ends by itself: it is started again, unless it ended more than four times in
 * three minutes, for then it will end again.
 */
export class CrashPolicy {
  #crashes: number[] = []
  #told = false

  /** @param now the time of the crash, in milliseconds */
  crashed(now: number): CrashVerdict {
    this.#crashes = [...this.#crashes.filter((time) => now - time <= within), now]
    const restart = this.#crashes.length <= mostRestarts
    const tell = !restart || !this.#told
    this.#told = true
    return { restart, tell }
  }

  /** Forgets the crashes so far: a person has started the server anew. */
  forget(): void {
    this.#crashes = []
  }
}
