import { badSpecifierProblem, findBadSpecifier, unknownText } from '../extract/specifiers.ts'
import { expandName } from '../names/expand-name.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueType } from '../value-type.ts'
import { type InterfaceForms, interfaceFault } from './interface-name.ts'

const none: readonly ValueProblem[] = []

/** What is surely a name in each version: no specifier, nothing odd, and not too long. */
const plainName = /^[A-Za-z][\w.@-]{0,13}$/

/** The first version that expands specifiers in BindToDevice=; 257 does not, and those between are not on record. */
const bindToDeviceExpandsSince = 258

/** BindToDevice=: `config_parse_socket_bindtodevice()`. */
export const socketBindToDevice: ValueType = {
  check: (text, place) =>
    text === '*' ? none : checkName(text, place, {}, place.version >= bindToDeviceExpandsSince),
  complete: (text) => ({
    from: 0,
    to: text.length,
    items: [{ label: '*', kind: 'value', detail: 'any interface, which is the default' }],
  }),
  describe(text, _cursor, place) {
    if (text === '' || socketBindToDevice.check(text, place).length > 0) return undefined
    const markdown = text === '*' ? 'Any interface.' : `Only what arrives at the interface \`${text}\`.`
    return { from: 0, to: text.length, markdown }
  },
}

/** BindNetworkInterface=: `config_parse_bind_network_interface()`. */
export const bindNetworkInterface: ValueType = {
  check: (text, place) => checkName(text, place, { alternative: true }, true),
  describe(text, _cursor, place) {
    if (text === '' || bindNetworkInterface.check(text, place).length > 0) return undefined
    const markdown = `All IP sockets of the unit are bound to the interface \`${text}\`.`
    return { from: 0, to: text.length, markdown }
  },
}

function checkName(
  text: string,
  place: Place,
  forms: InterfaceForms,
  expands: boolean,
): readonly ValueProblem[] {
  if (text === '' || (plainName.test(text) && text !== 'all' && text !== 'default')) return none
  const bad = expands ? findBadSpecifier(text, 'full', place.version) : undefined
  if (bad) return [{ rule: 'invalid-address', ...badSpecifierProblem(bad, place, 'full') }]
  const name = expands ? expandName(text, place) : text
  if (name.includes(unknownText)) {
    const known = name.replaceAll(unknownText, '')
    // What the specifier gives is a character at least, but never takes a wrong one away.
    const fault = interfaceFault(`x${known}`, forms)
    return fault ? problemOf(`x${known}`, text, place, forms) : none
  }
  return problemOf(name, text, place, forms)
}

function problemOf(
  name: string,
  text: string,
  { directive }: Place,
  forms: InterfaceForms,
): readonly ValueProblem[] {
  const fault = interfaceFault(name, forms)
  if (!fault) return none
  return [
    {
      rule: 'invalid-address',
      from: 0,
      to: text.length,
      message: `'${text}' ${fault}; '${directive.name}=' takes the name of one network interface, such as eth0`,
    },
  ]
}
