import type { Answers, ChoiceInput, Input, Manager } from '../template.ts'
import { withoutEnding } from '../validate.ts'

/** Which systemd is to run it. */
export const instanceInput: ChoiceInput = {
  kind: 'choice',
  name: 'instance',
  title: 'Instance',
  prompt: 'which systemd runs it',
  choices: [
    { value: 'user', label: 'Your own', detail: 'systemctl --user, without root' },
    {
      value: 'system',
      label: "The machine's",
      detail: 'systemctl, as root; it runs as a user of your choice',
    },
  ],
  propose: () => 'user',
}

/** Which systemd runs a unit that is there already, which `unit` names: the one whose folder in the project it is in. */
export const unitInstanceInput: ChoiceInput = {
  ...instanceInput,
  prompt: 'which systemd runs the unit',
  choices: [
    { value: 'system', label: "The machine's", detail: 'systemctl, as root' },
    { value: 'user', label: 'Your own', detail: 'systemctl --user, without root' },
  ],
  propose: ({ services }, { unit = '' }) =>
    services.find(({ name }) => name === withoutEnding(unit))?.manager ?? 'system',
}

/** The answer to these inputs. */
export function instanceOf({ instance }: Answers): Manager {
  return instance === 'system' ? 'system' : 'user'
}

/** Inputs whose proposals and whose limits go by the answer to `instanceInput`. */
export function perInstance(make: (manager: Manager) => readonly Input[]): readonly Input[] {
  const system = make('system')
  return make('user').map((user, at): Input => {
    const other = system[at]!
    if (user.kind === 'choice' || other.kind === 'choice') return user
    const of = (answers: Answers) => (instanceOf(answers) === 'user' ? user : other)
    return {
      ...user,
      propose: (facts, answers) => of(answers).propose(facts, answers),
      validate: (value, answers) => of(answers).validate(value, answers),
    }
  })
}
