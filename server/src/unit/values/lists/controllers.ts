import type { Directive } from '../../data/directives.ts'
import { enumValues } from '../../data/enums.ts'
import { allWords } from '../extract/first-word.ts'
import type { ValueProblem } from '../problem.ts'
import type { ValueType } from '../value-type.ts'
import { guessItem, listProblem, wordErrorProblem } from './items.ts'

const none: readonly ValueProblem[] = []

/** DisableControllers=: `config_parse_disable_controllers()` speaks up only where no known controller is left. */
export const disableControllers: ValueType = {
  check(text, { directive, version }) {
    if (text === '') return none
    const { words, error } = allWords(text, {})
    if (error) return [wordErrorProblem(text, error)]
    const names = enumValues(directive.parser, version, directive.name).map(({ name }) => name)
    if (words.some((word) => names.includes(word.text))) return none
    const accepted = `accepted: ${names.join(', ')}`
    return words.map(({ text: word, from, to }) =>
      listProblem(from, to, `'${word}' is no controller; ${accepted}`, guessItem(word, names)),
    )
  },
}

/** True where a unit is of a type that may have control groups of its own below it. */
export function isDelegated({ section }: Directive): boolean {
  return section === 'Service' || section === 'Scope'
}

/** What systemd says of Delegate= and DelegateSubgroup= in other units, whatever the value. */
export function delegationProblem(text: string, { name, section }: Directive): ValueProblem {
  const message = `'${name}=' has no effect in [${section}]; only services and scopes can have control groups of their own`
  return listProblem(0, text.length, message)
}

/** Files that the kernel has in a control group besides those of controllers. */
const kernelFiles = /^(?:notify_on_release|release_agent|tasks|cgroup\..*)$/s

/** DelegateSubgroup=: a name that `cg_needs_escape()` leaves as it is. */
export const delegateSubgroup: ValueType = {
  check(text, { directive, version }) {
    if (!isDelegated(directive)) return [delegationProblem(text, directive)]
    if (text === '') return none
    const controllers = enumValues('delegate', version, 'Delegate').map(({ name }) => name)
    const fault = subgroupFault(text, controllers)
    if (!fault) return none
    const message = `'${text}' ${fault}; '${directive.name}=' takes a plain name such as supervisor`
    return [{ rule: 'invalid-name', from: 0, to: text.length, message }]
  },
  describe: (text, _cursor, { directive }) =>
    text === '' || !isDelegated(directive)
      ? undefined
      : {
          from: 0,
          to: text.length,
          markdown: `The unit's commands run in \`${text}\` below its control group.`,
        },
}

function subgroupFault(name: string, controllers: readonly string[]): string | undefined {
  if (name.includes('/')) return 'has a slash in it'
  if (name[0] === '.' || name[0] === '_') return `begins with '${name[0]}'`
  if (name.length * 3 > 255 && new TextEncoder().encode(name).length > 255) return 'is longer than 255 bytes'
  const dot = name.indexOf('.')
  const isFile = kernelFiles.test(name) || (dot > 0 && controllers.includes(name.slice(0, dot)))
  return isFile ? 'is the name of a file of the kernel' : undefined
}
