import { fault, isWanted } from '../../../server/src/scaffold/answers.ts'
import type { Answers, Facts, Template } from '../../../server/src/scaffold/template.ts'

/** What a person answered, and what was proposed to them then; that is absent where nothing was. */
interface RememberedAnswer {
  readonly said: string
  readonly proposed?: string
}

/** Answers as they are kept from one time to the next, by the names of the inputs. */
export type RememberedAnswers = Readonly<Record<string, RememberedAnswer>>

/**
 * What is worth keeping of answers: those that say something else than was proposed.
 * @param said what the person answered themselves
 */
export function remember(template: Template, facts: Facts, said: Answers): RememberedAnswers {
  const kept: Record<string, RememberedAnswer> = {}
  const answers: Record<string, string> = {}
  for (const input of template.inputs) {
    if (!isWanted(input, answers)) continue
    const proposed = input.propose(facts, answers)
    const own = Object.hasOwn(said, input.name) ? said[input.name] : undefined
    if (own !== undefined && own !== proposed) {
      kept[input.name] = { said: own, ...(proposed === undefined ? {} : { proposed }) }
    }
    answers[input.name] = own ?? proposed ?? ''
  }
  return kept
}

/**
 * The answers that still hold. One holds as long as the same would be proposed: where the project tells something else
 * by now, the person has not answered about that. One that is no answer any more, or needless, is left out.
 * @param kept what `remember()` gave, or anything: it may come from another version of ours
 * @param said what is answered already, and not asked of what was kept
 */
export function recall(template: Template, facts: Facts, kept: unknown, said: Answers): Answers {
  const recalled: Record<string, string> = { ...said }
  const answers: Record<string, string> = {}
  for (const input of template.inputs) {
    if (!isWanted(input, answers)) continue
    const proposed = input.propose(facts, answers)
    const old = Object.hasOwn(said, input.name) ? undefined : entry(kept, input.name)
    if (old && old.proposed === proposed && fault(input, old.said, answers, facts) === undefined) {
      recalled[input.name] = old.said
    }
    answers[input.name] = recalled[input.name] ?? proposed ?? ''
  }
  return recalled
}

function entry(kept: unknown, name: string): RememberedAnswer | undefined {
  if (typeof kept !== 'object' || kept === null || !Object.hasOwn(kept, name)) return undefined
  const { said, proposed } = {
    ...(kept as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[name],
  }
  if (typeof said !== 'string' || (proposed !== undefined && typeof proposed !== 'string')) return undefined
  return { said, ...(proposed === undefined ? {} : { proposed }) }
}
