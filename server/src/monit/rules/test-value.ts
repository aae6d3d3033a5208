import type { Condition } from '../model/test.ts'
import { type Amount, ownTokens } from '../model/values.ts'
import { kindOf } from '../syntax/tokens.ts'
import { child, type MonitTree } from '../syntax/tree.ts'

/** What a condition compares with. */
export interface TestValue {
  readonly amount: Amount
  readonly isPercent: boolean
  /** True where a size unit follows: `MB`. */
  readonly hasUnit: boolean
}

/** The number that a condition on a single amount compares with; undefined where it has none, or several. */
export function testValueOf(tree: MonitTree, { node, numbers }: Condition): TestValue | undefined {
  const [amount, ...more] = numbers
  if (!amount || more.length > 0) return undefined
  return {
    amount,
    isPercent: ownTokens(node).some((token) => kindOf(tree.tokens, token) === '%'),
    hasUnit: child(node, 'size-unit') !== undefined,
  }
}
