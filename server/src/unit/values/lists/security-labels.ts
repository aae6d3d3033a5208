import { badSpecifierProblem, findBadSpecifier } from '../extract/specifiers.ts'
import type { ValueProblem } from '../problem.ts'
import type { ValueType } from '../value-type.ts'

const none: readonly ValueProblem[] = []

/**
 * SELinuxContext=, AppArmorProfile=, SmackProcessLabel=: any text, whose specifiers are expanded. A wrong one keeps the
 * unit from loading, unless a dash in front says that the label may fail.
 */
export const securityLabel: ValueType = {
  check(text, place) {
    if (!text.includes('%')) return none
    const bad = findBadSpecifier(text, 'full', place.version)
    if (!bad) return none
    const effect = text[0] === '-' ? 'ignored' : 'refused'
    return [{ rule: 'invalid-name', effect, ...badSpecifierProblem(bad, place, 'full') }]
  },
}
