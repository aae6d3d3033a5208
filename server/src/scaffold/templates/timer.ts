import { commandLines } from '../command-line/command-lines.ts'
import { commandTitle } from '../command-line/command-title.ts'
import { plainValue } from '../quote.ts'
import type { Answers, Input, Manager, Rendering, Template } from '../template.ts'
import { type Assignment, unitText } from '../unit-text.ts'
import { calendar, interval } from '../validate-times.ts'
import { commandInput, commandUnitName, programInputs } from './command-inputs.ts'
import { instanceInput, instanceOf, perInstance } from './instance-inputs.ts'
import {
  appInput,
  directoryInput,
  logInputs,
  nameInput,
  runAsInput,
  variablesInput,
} from './service-inputs.ts'
import { logLines, managerSteps, unitPath, variablesFile } from './service-text.ts'

/** A command that is run at times, as cron would, and ends. */
export const timer: Template = {
  id: 'timer',
  title: 'Generate timer and its service',
  summary: 'a command that is run at times, as with cron, and ends',
  manager: instanceOf,
  inputs: inputs(),
  unfit: () => undefined,
  render,
}

function inputs(): readonly Input[] {
  return [
    instanceInput,
    ...perInstance((manager) => [commandInput(manager, () => undefined)]),
    appInput,
    { ...nameInput('timer'), propose: (_facts, answers) => commandUnitName(answers) },
    ...perInstance((manager) => [directoryInput(manager), ...programInputs(manager)]),
    { ...runAsInput, wanted: (answers) => instanceOf(answers) === 'system' },
    {
      kind: 'choice',
      name: 'when',
      title: 'When',
      prompt: 'what the times are told by',
      choices: [
        { value: 'calendar', label: 'The calendar', detail: 'such as each day at four' },
        { value: 'interval', label: 'An interval', detail: 'such as every fifteen minutes' },
      ],
      propose: () => 'calendar',
    },
    {
      kind: 'text',
      name: 'calendar',
      title: 'Points in time',
      prompt:
        'when it runs, such as daily, Mon..Fri 03:00 or *-*-01 04:00:00; systemd-analyze calendar shows what it comes to',
      wanted: isByCalendar,
      propose: () => '*-*-* 04:00:00',
      validate: calendar,
    },
    {
      kind: 'choice',
      name: 'persistent',
      title: 'Missed runs',
      prompt: 'what becomes of a time at which the machine is off',
      wanted: isByCalendar,
      choices: [
        { value: 'yes', label: 'Made up for', detail: 'once, as soon as the machine is on again' },
        { value: 'no', label: 'Left out', detail: 'it runs the next time' },
      ],
      propose: () => 'yes',
    },
    {
      kind: 'text',
      name: 'interval',
      title: 'Interval',
      prompt: 'how long after one start the next one follows, such as 15min or 1h 30min',
      wanted: (answers) => !isByCalendar(answers),
      propose: () => '15min',
      validate: interval,
    },
    ...perInstance((manager) => [...logInputs(manager, 'output'), variablesInput(manager)]),
  ]
}

function isByCalendar({ when }: Answers): boolean {
  return when === 'calendar'
}

function render(answers: Answers): Rendering {
  const manager = instanceOf(answers)
  const { name } = answers
  const systemctl = manager === 'system' ? 'sudo systemctl' : 'systemctl --user'
  const isUnit = true
  return {
    files: [
      { path: unitPath(manager, `${name}.timer`), text: timerText(answers), isUnit },
      { path: unitPath(manager, `${name}.service`), text: serviceText(manager, answers), isUnit },
      ...variablesFile(answers, []),
    ],
    nextSteps: [
      ...managerSteps(manager, [`${name}.timer`, `${name}.service`], {
        enabled: [`${name}.timer`],
        outcome: 'it runs at its times from now on',
        answers,
      }),
      {
        why: 'it runs once now, which shows whether it works',
        command: `${systemctl} start ${name}.service`,
      },
    ],
  }
}

function timerText(answers: Answers): string {
  const { calendar: points = '', interval: span = '', persistent = '' } = answers
  const times: readonly Assignment[] = isByCalendar(answers)
    ? [
        ['OnCalendar', points],
        ['Persistent', persistent],
      ]
    : [
        // The first run, from which the others are counted.
        ['OnActiveSec', '1min'],
        ['OnUnitActiveSec', span],
      ]
  return unitText(
    ['Unit', [['Description', `Timer for ${description(answers)}`]]],
    ['Timer', times],
    ['Install', [['WantedBy', 'timers.target']]],
  )
}

function serviceText(manager: Manager, answers: Answers): string {
  const { user = '' } = answers
  const { assignments, setsOutput, comments } = commandLines(answers, manager)
  const text = unitText(
    ['Unit', [['Description', description(answers)]]],
    [
      'Service',
      [
        ['Type', 'oneshot'],
        ...(manager === 'system' ? [['User', user] as const] : []),
        ...assignments,
        ...(setsOutput ? [] : logLines(answers, 'output')),
      ],
    ],
  )
  return comments === '' ? text : `${comments}\n${text}`
}

function description({ app = '', command = '' }: Answers): string {
  return plainValue(`${commandTitle(command) ?? 'a command'} of ${app}`)
}
