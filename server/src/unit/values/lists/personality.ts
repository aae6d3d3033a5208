import { enumValues } from '../../data/enums.ts'
import type { ValueProblem } from '../problem.ts'
import type { ValueType } from '../value-type.ts'
import { guessItem, listProblem } from './items.ts'

const none: readonly ValueProblem[] = []

/** What other programs call an architecture, and systemd's name of it. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['x86_64', 'x86-64'],
  ['amd64', 'x86-64'],
  ['i386', 'x86'],
  ['i486', 'x86'],
  ['i586', 'x86'],
  ['i686', 'x86'],
  ['linux32', 'x86'],
  ['linux64', 'x86-64'],
  ['aarch64', 'arm64'],
  ['armhf', 'arm'],
])

/** What the machines of most people run, so that nothing needs to be said. */
const common: ReadonlySet<string> = new Set(['x86', 'x86-64'])

/** Personality=: an architecture. Whether it is that of the machine or its 32-bit relative is the machine's affair. */
export const personality: ValueType = {
  check(text, { directive, version }) {
    if (text === '') return none
    const architectures = enumValues('personality', version).map(({ name }) => name)
    if (common.has(text)) return none
    if (architectures.includes(text)) {
      const message = `only a machine that runs ${text} takes this; systemd on any other ignores the line`
      return [{ ...listProblem(0, text.length, message), effect: 'noticed' }]
    }
    const other = otherNames.get(text.toLowerCase())
    const guess = other ? { replacements: [other], safe: true } : guessItem(text, architectures)
    const message = `'${text}' is no architecture; '${directive.name}=' takes one such as x86-64, x86 or arm64, if the machine can run it`
    return [listProblem(0, text.length, message, guess)]
  },
}
