import { interfaceFault } from '../addresses/interface-name.ts'
import type { ValueProblem } from '../problem.ts'
import type { ValueType } from '../value-type.ts'
import { checkItems, listProblem } from './items.ts'
import { wordAt } from './word-at.ts'

const none: readonly ValueProblem[] = []
const plainNames = /^~?[a-z][a-z0-9]{0,11}(?: [a-z][a-z0-9]{0,11})*$/
const special = /\b(?:all|default)\b/

/** The first version that takes alternative names of interfaces; 254 does not, 255 is not on record. */
const alternativeSince = 255

/** RestrictNetworkInterfaces=: `config_parse_restrict_network_interfaces()`. */
export const restrictNetworkInterfaces: ValueType = {
  check(text, { version }) {
    if (text === '' || (plainNames.test(text) && !special.test(text))) return none
    const alternative = version >= alternativeSince
    return checkItems(
      text,
      { unquote: true },
      ({ text: name, from, to }) => {
        const fault = interfaceFault(name, { alternative })
        return fault
          ? listProblem(from, to, `'${name}' ${fault}; names of network interfaces are needed, such as eth0`)
          : undefined
      },
      text[0] === '~' ? 1 : 0,
    )
  },
  describe(text, cursor) {
    const { from, to } = wordAt(text, cursor)
    const name = text.slice(from, to).replace(/^~/, '')
    if (name === '') return undefined
    const verb = text[0] === '~' ? 'may not use' : 'may use'
    return { from, to, markdown: `The unit ${verb} the network interface \`${name}\`.` }
  },
}
