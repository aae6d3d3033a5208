import { Script } from 'node:vm'

/**
 * True where work on eight times as much takes about eight times as long; quadratic work takes sixty-four times. The
 * best of several tries counts on both sides, so that a busy machine does not.
 * @param work does it on so much
 */
export function growsInProportion(work: (size: number) => void, size: number): boolean {
  let [little, much] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let tries = 0; tries < 10; tries++) {
    little = Math.min(
      little,
      milliseconds(() => work(size)),
    )
    much = Math.min(
      much,
      milliseconds(() => work(8 * size)),
    )
    if (much < little * 30 + 50) return true
  }
  return false
}

/** True where work comes to an end, and does not go on for ages; work that would is broken off. */
export function ends(work: () => void): boolean {
  try {
    new Script('work()').runInNewContext({ work }, { timeout: 20_000 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false
    throw error
  }
}

function milliseconds(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
