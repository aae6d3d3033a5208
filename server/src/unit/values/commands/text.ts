import type { ValueProblem } from '../problem.ts'
import type { ValueType } from '../value-type.ts'
import { specifierProblem } from './specifier-problem.ts'

const none: readonly ValueProblem[] = []

/** Free text with specifiers, as `config_parse_unit_string_printf()` reads it. */
export const textWithSpecifiers: ValueType = {
  check(text, place) {
    if (!text.includes('%')) return none
    const bad = specifierProblem('invalid-specifier', text, { text, from: 0, to: text.length }, place)
    return bad ? [bad] : none
  },
}

/** The congestion controls that most kernels have; which others there are is the machine's affair. */
const congestionControls = [
  ['cubic', "the kernel's usual one"],
  ['reno', 'the classic one, in every kernel'],
  ['bbr', 'goes by bandwidth and delay, not by loss'],
  ['dctcp', 'for data centres'],
] as const

/** Text that is taken as it stands: the name of a congestion control in TCPCongestion=, the only one so far. */
export const freeText: ValueType = {
  check: () => none,
  complete(text) {
    const items = congestionControls.map(([label, detail]) => ({ label, kind: 'value', detail }) as const)
    return { from: 0, to: text.length, items }
  },
  describe(text) {
    const detail = congestionControls.find(([name]) => name === text)?.[1]
    return detail && { from: 0, to: text.length, markdown: `**${text}**: ${detail}` }
  },
}
