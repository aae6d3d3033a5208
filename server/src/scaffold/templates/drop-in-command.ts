import { commandFault } from '../command-line/command-fault.ts'
import { type CommandLines, commandLines } from '../command-line/command-lines.ts'
import type { Answers, Manager, TextInput } from '../template.ts'
import type { Assignment, SectionText } from '../unit-text.ts'
import { instanceOf } from './instance-inputs.ts'

/** The command line that takes the place of a service's own. */
export const replacedCommandInput: TextInput = {
  kind: 'text',
  name: 'command',
  title: 'Command',
  prompt: 'the command that takes the place of the old one, as you would type it in a terminal',
  propose: () => undefined,
  validate(value, answers) {
    const manager = instanceOf(answers)
    const fault = commandFault(value, manager)
    if (fault !== undefined) return fault
    return isAnywhere(value, manager)
      ? undefined
      : `'${value}' has paths from the folder that it runs in, which only the unit knows; write them whole`
  },
}

/** Whether a command means the same in every folder. */
function isAnywhere(command: string, manager: Manager): boolean {
  const [here, there] = ['/a', '/b'].map((directory) => linesOf({ command }, manager, directory))
  return JSON.stringify(here?.assignments) === JSON.stringify(there?.assignments)
}

function linesOf({ command = '' }: Answers, manager: Manager, directory = '/'): CommandLines {
  const { assignments, ...rest } = commandLines({ command, directory }, manager)
  // Where the command itself goes nowhere, the unit's own folder stays.
  const isOwn = ([key, value]: Assignment) => key === 'WorkingDirectory' && value === directory
  return { ...rest, assignments: assignments.filter((each) => !isOwn(each)) }
}

/** The lines of a drop-in with the command, and the comments for its head. */
export function replacedCommand(answers: Answers): {
  readonly sections: readonly SectionText[]
  readonly comments: string
} {
  const { assignments, comments } = linesOf(answers, instanceOf(answers))
  return {
    sections: [
      [
        'Service',
        assignments.flatMap((each): readonly Assignment[] =>
          // Without the empty one both would be run, or, of a service that stays up, neither.
          each[0] === 'ExecStart' ? [['ExecStart', ''], each] : [each],
        ),
      ],
    ],
    comments,
  }
}
