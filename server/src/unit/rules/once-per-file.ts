import type { UnitContext } from './rule.ts'

/** What several hooks of a walk ask again and again, worked out once for each file: walks come one after the other. */
export function oncePerFile<Answer>(work: (ctx: UnitContext) => Answer): (ctx: UnitContext) => Answer {
  let latest: UnitContext | undefined
  let answer: Answer
  return (ctx) => {
    if (ctx !== latest) {
      answer = work(ctx)
      latest = ctx
    }
    return answer
  }
}
