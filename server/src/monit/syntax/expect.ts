import { checkTypes, statements } from '../grammar/statements.ts'
import { Collector } from './machine.ts'
import { type Plan, planOf } from './plan.ts'
import { kindNumber, tokenKinds } from './token-kinds.ts'
import type { Tokens } from './tokens.ts'
import type { CheckType, Expected, Statement } from './tree.ts'

/** Where a statement may stand: at the top, in a check of some type, or in a check that a template hides. */
export type Context = CheckType | 'top' | 'hidden'

/** The table made ready for the parser. */
export interface Plans {
  readonly global: Plan
  readonly heads: Plan
  readonly services: Readonly<Record<CheckType, Plan>>
  /** By the number of a kind: 1 where a statement of a check, of whatever type, begins with it. */
  readonly serviceFirst: Uint8Array
}

let made: Plans | undefined

/** The plans of all statements; made when the first file is read. */
export function plans(): Plans {
  made ??= makePlans()
  return made
}

function makePlans(): Plans {
  const services = Object.fromEntries(
    checkTypes.map((type) => [type, planOf(statements.service[type])]),
  ) as Readonly<Record<CheckType, Plan>>
  const serviceFirst = new Uint8Array(tokenKinds.length)
  for (const type of checkTypes) {
    for (let token = 0; token < tokenKinds.length; token++) {
      serviceFirst[token]! |= services[type].first[token]!
    }
  }
  // A tag where a statement should begin is no value of one.
  serviceFirst[kindNumber('TEMPLATE')] = 0
  return { global: planOf(statements.global), heads: planOf(statements.heads), services, serviceFirst }
}

const endNumber = kindNumber('END')

/**
 * What may stand in place of the token `target` of the statement that begins at `first`.
 * @returns besides, whether the statement is complete before it, and at which token the statement went wrong if not
 */
export function expectedIn(tokens: Tokens, first: number, target: number, plan: Plan) {
  const { expected, isComplete, reached } = expectedBehind(kindsBefore(tokens, first, target), plan)
  return { expected, isComplete, reached: reached + first }
}

/** The kinds of the tokens from `first` on before `target`: a copy, which keeps no file alive. */
export function kindsBefore(tokens: Tokens, first: number, target: number): Uint16Array {
  // The target becomes the end of the file, which no term takes, so that the machine stops there at the latest.
  const kinds = new Uint16Array(target - first + 2).fill(endNumber)
  kinds.set(tokens.kinds.subarray(first, target))
  return kinds
}

/** As `expectedIn`, from what `kindsBefore` gave; tokens are counted from the first of these. */
export function expectedBehind(kinds: Uint16Array, plan: Plan) {
  const collector = new Collector(kinds, 0, kinds.length - 2)
  const isComplete = collector.run(plan)
  return { expected: collector.expected as readonly Expected[], isComplete, reached: collector.at }
}

/** True where a token could have been a part of the statement before it, which is complete. */
export function couldGoOn({ kind, incomplete, after }: Statement, token: number): boolean {
  return kind !== 'unknown' && !incomplete && after === token
}

/** The plan by which a statement was read. */
export function planOfStatement({ kind, check }: Statement): Plan {
  if (kind === 'global') return plans().global
  if (kind === 'check' || check === undefined) return plans().heads
  return plans().services[check]
}

/** Everything that may begin a statement in a place. */
export function starters(context: Context): readonly Expected[] {
  const type = context === 'top' || context === 'hidden' ? undefined : context
  const { global, heads, services } = plans()
  const own = type ? [services[type]] : []
  return [...own, heads, global].flatMap((plan) => {
    const collector = new Collector(Uint16Array.of(endNumber, endNumber), 0, 0)
    collector.run(plan)
    return collector.expected
  })
}
