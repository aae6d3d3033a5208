import type { UnitContext, UnitView } from './rule.ts'

/** What several hooks of a walk ask again and again, worked out once for each file: walks come one after the other. */
export function oncePerFile<Answer, Ctx extends UnitView = UnitContext>(
  work: (ctx: Ctx) => Answer,
): (ctx: Ctx) => Answer {
  let latest: Ctx | undefined
  let answer: Answer
  return (ctx) => {
    if (ctx !== latest) {
      answer = work(ctx)
      latest = ctx
    }
    return answer
  }
}
