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
  describe(text, _cursor, { directive }) {
    const label = text.replace(/^-/, '')
    if (label === '') return undefined
    const kind = kinds[directive.parser] ?? 'label'
    const otherwise = text[0] === '-' ? 'starts without it' : 'does not start'
    const markdown = `Commands run with the ${kind} \`${label}\`; where it can't be had, the unit ${otherwise}.`
    return { from: 0, to: text.length, markdown }
  },
}

/** What a label is, where that is called otherwise. */
const kinds: Readonly<Record<string, string>> = {
  exec_apparmor_profile: 'AppArmor profile',
  exec_selinux_context: 'SELinux context',
}
