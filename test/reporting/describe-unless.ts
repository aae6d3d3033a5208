import { describe, type TestOptions, test } from 'vitest'

/**
 * Tests of something that not every machine has. Where it is missing, one test stands for all of them, which is skipped
 * with the reason: the closing summary tells it, and where nothing may be skipped it fails.
 * @param reason why these can't run here; undefined where they can. One that begins with `optional: ` may stand anywhere
 */
export function describeUnless(
  reason: string | undefined,
  name: string,
  body: () => void,
  options: TestOptions = {},
): void {
  if (reason === undefined) describe(name, options, body)
  else test(name, (ctx) => ctx.skip(reason))
}
