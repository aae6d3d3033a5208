import { commandLines } from '../command-line/command-lines.ts'
import { commandTitle } from '../command-line/command-title.ts'
import { plainValue } from '../quote.ts'
import type { Answers, Input, Rendering, Template } from '../template.ts'
import { unitText } from '../unit-text.ts'
import { commandInput, commandUnitName, programInputs } from './command-inputs.ts'
import { appInput, directoryInput, logInputs, nameInput, variablesInput } from './service-inputs.ts'
import { installSection, logLines, managerSteps, unitPath, variablesFile } from './service-text.ts'

/** Any command that stays up, as a service of a user's own systemd. */
export const commandUser: Template = {
  id: 'command-user',
  title: 'Generate user service for a command',
  summary: 'any command that stays up, under systemctl --user, without root',
  manager: 'user',
  inputs: inputs(),
  unfit: () => undefined,
  render,
}

function inputs(): readonly Input[] {
  return [
    {
      kind: 'choice',
      name: 'entry',
      title: 'Entry',
      prompt:
        'the entry of the Procfile or the script of package.json to begin with; nothing for a command of your own',
      choices: ({ commands }) => [
        ...commands.map(({ name, command, file }) => ({
          value: name,
          label: name,
          detail: `${command} (${file})`,
        })),
        { value: '', label: 'None', detail: 'a command of your own' },
      ],
      propose: ({ commands }) => commands[0]?.name ?? '',
    },
    commandInput('user', ({ commands }, { entry }) => commands.find(({ name }) => name === entry)?.command),
    appInput,
    {
      ...nameInput('command'),
      propose: ({ commands }, answers) => {
        const { name, command } = commands.find((each) => each.name === answers.entry) ?? {}
        // That one says no more than that something starts.
        return commandUnitName(answers, command === answers.command && name !== 'start' ? name : undefined)
      },
    },
    directoryInput('user'),
    ...programInputs('user'),
    {
      kind: 'choice',
      name: 'restart',
      title: 'Restart',
      prompt: 'when it is started again',
      choices: [
        { value: 'always', label: 'Always', detail: 'until it is stopped with systemctl' },
        { value: 'on-failure', label: 'When it fails', detail: 'and not when it ends well' },
      ],
      propose: () => 'always',
    },
    ...logInputs('user', 'output'),
    variablesInput('user'),
  ]
}

function render(answers: Answers): Rendering {
  const unit = `${answers.name}.service`
  return {
    files: [
      { path: unitPath('user', unit), text: serviceText(answers), isUnit: true },
      ...variablesFile(answers, []),
    ],
    nextSteps: managerSteps('user', [unit], { answers }),
  }
}

function serviceText(answers: Answers): string {
  const { app = '', command = '', restart = '' } = answers
  const { assignments, setsOutput, comments } = commandLines(answers, 'user')
  const what = commandTitle(command) ?? 'A command'
  const text = unitText(
    [
      'Unit',
      [
        ['Description', plainValue(`${what} of ${app}`)],
        ['StartLimitIntervalSec', '60'],
        ['StartLimitBurst', '5'],
      ],
    ],
    [
      'Service',
      [
        // Unlike with simple, a program that is not there makes the start itself fail.
        ['Type', 'exec'],
        ...assignments,
        ['Restart', restart],
        ['RestartSec', '1'],
        ...(setsOutput ? [] : logLines(answers, 'output')),
      ],
    ],
    ['Install', installSection('user')],
  )
  return comments === '' ? text : `${comments}\n${text}`
}
