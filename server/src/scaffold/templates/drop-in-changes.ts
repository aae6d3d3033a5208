import { assignmentValue, patternValue, plainValue } from '../quote.ts'
import type { Answers, Choice, Input } from '../template.ts'
import type { SectionText } from '../unit-text.ts'
import { listenAddress, optional, pathOf } from '../validate.ts'
import { calendar } from '../validate-times.ts'
import type { Change } from './drop-in-change.ts'
import { replacedCommand, replacedCommandInput } from './drop-in-command.ts'
import { hardening, limits } from './drop-in-confining.ts'
import { restart, timeout } from './drop-in-running.ts'
import { instanceOf } from './instance-inputs.ts'

const environment: Change = {
  value: 'environment',
  label: 'Its environment',
  detail: 'a variable, or a file of them',
  type: 'service',
  inputs: [
    {
      kind: 'text',
      name: 'variable',
      title: 'Variable',
      prompt: 'NAME=VALUE, without quotes around it; nothing for none',
      propose: () => '',
      validate: (value) =>
        value === '' || /^[A-Za-z_]\w*=/.test(value)
          ? undefined
          : `'${value}' sets no variable; accepted: one such as RAILS_ENV=production, or nothing`,
    },
    {
      kind: 'text',
      name: 'env-file',
      title: 'File of variables',
      prompt:
        'a file of NAME=VALUE lines for passwords and keys, which is read at every start; nothing for none',
      propose: () => '',
      validate: (value, answers) =>
        value === '' && answers.variable === ''
          ? 'there is nothing to set; accepted: a variable, a file of them, or both'
          : optional(pathOf(instanceOf(answers)))(value, answers),
    },
  ],
  sections: ({ variable = '', 'env-file': file = '' }) => {
    const at = variable.indexOf('=')
    return [
      [
        'Service',
        [
          ...(variable === ''
            ? []
            : [['Environment', assignmentValue(variable.slice(0, at), variable.slice(at + 1))] as const]),
          ...(file === '' ? [] : [['EnvironmentFile', patternValue(file)] as const]),
        ],
      ],
    ]
  },
}

const command: Change = {
  value: 'command',
  label: 'What it runs',
  detail: 'another command in place of its own',
  type: 'service',
  inputs: [replacedCommandInput],
  sections: (answers) => replacedCommand(answers).sections,
  comments: (answers) => replacedCommand(answers).comments,
}

const listen: Change = {
  value: 'listen',
  label: 'What its socket listens on',
  detail: 'another address in place of all that the socket unit names',
  type: 'socket',
  inputs: [
    {
      kind: 'text',
      name: 'listen',
      title: 'Listen on',
      prompt: 'what systemd listens on: ADDRESS:PORT, or the whole path of a socket',
      propose: () => '127.0.0.1:3000',
      validate: (value, answers) => listenAddress(instanceOf(answers))(value, answers),
    },
  ],
  sections: ({ listen = '' }) => [
    [
      'Socket',
      [
        // Without the empty one it would be one more.
        ['ListenStream', ''],
        ['ListenStream', plainValue(listen)],
      ],
    ],
  ],
}

const schedule: Change = {
  value: 'schedule',
  label: 'When its timer runs it',
  detail: 'another time in place of all that the timer names',
  type: 'timer',
  inputs: [
    {
      kind: 'text',
      name: 'calendar',
      title: 'Time',
      prompt:
        "when it runs: daily, Mon..Fri 03:00, *:0/15; systemd-analyze calendar 'TIME' says what one means",
      propose: () => 'daily',
      validate: calendar,
    },
  ],
  sections: ({ calendar: points = '' }) => [
    [
      'Timer',
      [
        ['OnCalendar', ''],
        ['OnCalendar', points],
      ],
    ],
  ],
}

const changes: readonly Change[] = [
  restart,
  environment,
  command,
  limits,
  timeout,
  hardening,
  listen,
  schedule,
]

/** What a drop-in can be for, to choose from. */
export const changeChoices: readonly Choice[] = changes.map(({ value, label, detail }) => ({
  value,
  label,
  detail,
}))

/** What is asked for each of the changes. */
export const changeInputs: readonly Input[] = changes.flatMap(({ value, inputs }) =>
  inputs.map((input) => ({
    ...input,
    wanted: (answers: Answers) => answers.change === value && (input.wanted?.(answers) ?? true),
  })),
)

/** The type of the unit that is changed, and what the drop-in has in it. */
export function changeOf(answers: Answers): {
  readonly type: 'service' | 'socket' | 'timer'
  readonly sections: readonly SectionText[]
  readonly comments: string
} {
  const change = changes.find(({ value }) => value === answers.change)!
  return {
    type: change.type,
    sections: change.sections(answers),
    comments: change.comments?.(answers) ?? '',
  }
}
