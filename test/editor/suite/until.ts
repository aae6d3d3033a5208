/**
 * Asks again and again until `look` gives something, and returns it: an editor answers when it is ready, so a test
 * waits for what a user would see, never for a time. Fails with the last thing seen.
 * @param what names the awaited thing in the failure
 * @param look gives `undefined` for "not yet"; what it throws counts as "not yet" as well
 * @param timeout in milliseconds
 */
export async function until<T>(
  what: string,
  look: () => T | undefined | PromiseLike<T | undefined>,
  timeout = 20_000,
): Promise<T> {
  const end = Date.now() + timeout
  let problem: unknown
  for (;;) {
    try {
      const seen = await look()
      if (seen !== undefined) return seen
      problem = undefined
    } catch (error) {
      problem = error
    }
    if (Date.now() > end) throw new Error(`waited ${timeout / 1000} s for ${what}`, { cause: problem })
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
