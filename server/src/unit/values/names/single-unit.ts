import type { Place, ValueProblem } from '../problem.ts'
import type { ValueType } from '../value-type.ts'
import { expandName } from './expand-name.ts'
import { describeName } from './name-meaning.ts'
import { checkName, type NameWord, wrongTypeProblem } from './name-problem.ts'
import { isUnitName, type NameParts } from './unit-name.ts'

const none: readonly ValueProblem[] = []

/** One name of a unit; `more` says what else the directive asks of a valid one. */
function oneName(
  more: (name: NameParts, word: NameWord, place: Place) => readonly ValueProblem[],
): ValueType {
  return {
    check(text, place) {
      const word = { text, from: 0, to: text.length }
      if (text === '') return [emptyProblem(place)]
      const name = isUnitName(text) ? plainParts(text) : checkName(word, place)
      return 'rule' in name ? [name] : more(name, word, place)
    },
    describe: (text) =>
      /\s/.test(text) ? undefined : describeName({ text, from: 0, to: text.length }, text),
  }
}

function plainParts(text: string): NameParts {
  return { suffix: text.slice(text.lastIndexOf('.') + 1), form: text.includes('@') ? 'instance' : 'plain' }
}

function emptyProblem({ directive }: Place): ValueProblem {
  const message = `'${directive.name}=' can't be empty; it takes the name of a unit`
  return { rule: 'invalid-unit-name', from: 0, to: 0, message }
}

/** `config_parse_trigger_unit()`: what a timer or path starts; any unit but itself. */
export const triggeredUnit = oneName((_, { text, from, to }, place) => {
  if (!isItself(text, place)) return none
  const message = `'${text}' is this unit itself; a unit can't trigger itself`
  return [{ rule: 'invalid-unit-name', from, to, message }]
})

function isItself(text: string, place: Place): boolean {
  return (
    text === '%n' ||
    text === `%N.${place.directive.section.toLowerCase()}` ||
    // The name of a template is that of none of its instances.
    (place.unit !== undefined && !place.unit.includes('@.') && expandName(text, place) === place.unit)
  )
}

/** `config_parse_socket_service()`: the service that a socket starts. */
export const socketService = oneName((name, word, place) => {
  if (name.suffix !== undefined && name.suffix !== 'service')
    return [wrongTypeProblem(word, 'service', place)]
  return templateProblem(name, word, place)
})

/** `config_parse_unit_slice()`: the slice that a unit lives in. A slice's own follows from its name. */
export const sliceName = oneName((name, word, place) => {
  const { from, to } = word
  if (place.directive.section === 'Slice') {
    const message = `a slice can't be put elsewhere with 'Slice='; its name says what it is in, as 'a-b.slice' is in 'a.slice'`
    return [{ rule: 'invalid-unit-name', from, to, message }]
  }
  if (name.suffix !== undefined && name.suffix !== 'slice') return [wrongTypeProblem(word, 'slice', place)]
  return none
})

function templateProblem(
  { form }: NameParts,
  { text, from, to }: NameWord,
  { directive }: Place,
): readonly ValueProblem[] {
  if (form !== 'template') return none
  const message = `'${text}' is a template without an instance; '${directive.name}=' takes a unit that can be started`
  return [{ rule: 'invalid-unit-name', from, to, message }]
}
