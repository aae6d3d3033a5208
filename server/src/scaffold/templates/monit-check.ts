import type { ServiceProcess } from '../detect/service-process.ts'
import type { Answers, Facts, Rendering, Template } from '../template.ts'
import { existingUnit } from '../validate.ts'
import { unitInstanceInput } from './instance-inputs.ts'
import {
  endpointOf,
  healthInputs,
  healthPage,
  type MonitCheck,
  monitFile,
  monitSteps,
  ownerInput,
  pidFileInput,
} from './monit-text.ts'

const always = () => true
const nothingKnown = () => undefined

/** A check of monit's for a service that is there already. */
export const monitCheck: Template = {
  id: 'monit-check',
  title: 'Generate monit check for a service',
  summary: 'monit starts and stops an existing service, and restarts it when it fails its test',
  manager: 'system',
  pointedFile: {
    endings: ['.service'],
    answers: (path) => ({ unit: path.slice(path.lastIndexOf('/') + 1, -'.service'.length) }),
  },
  inputs: [
    {
      kind: 'text',
      name: 'unit',
      title: 'Service',
      prompt: 'the name of the service',
      propose: ({ services }) => services[0]?.name,
      meant: (value) => value.replace(/(?<=.)\.service$/, ''),
      validate: existingUnit(/^[A-Za-z0-9_][A-Za-z0-9:_.-]{0,199}$/, ['service'], 'nginx'),
    },
    unitInstanceInput,
    ownerInput(({ instance }) => instance === 'user'),
    {
      kind: 'choice',
      name: 'find',
      title: 'Process',
      prompt: 'how monit finds the process',
      choices: [
        { value: 'pidfile', label: 'Pid file', detail: 'the surest, where the program writes one' },
        {
          value: 'matching',
          label: 'Command line',
          detail: 'the oldest process whose command line fits a pattern',
        },
      ],
      // monit starts anew, over and over, what has no pid file where it looks for one.
      propose: (facts, answers) =>
        processOf(facts, answers)?.pattern !== undefined && pidFileOf(facts, answers) === undefined
          ? 'matching'
          : 'pidfile',
    },
    pidFileInput(
      ({ find }) => find === 'pidfile',
      (facts, answers) => pidFileOf(facts, answers) ?? `/run/${answers.unit}.pid`,
    ),
    {
      kind: 'text',
      name: 'pattern',
      title: 'Pattern',
      prompt: 'a regular expression for the command line; monit procmatch PATTERN tries it',
      wanted: ({ find }) => find === 'matching',
      propose: (facts, answers) =>
        processOf(facts, answers)?.pattern ?? `^${(answers.unit ?? '').replaceAll('.', '[.]')} `,
      validate: (value) =>
        value.trim() !== '' && !value.includes('"')
          ? undefined
          : `'${value}' is no pattern for monit; accepted: a regular expression without double quotes`,
    },
    ...healthInputs(always, nothingKnown, { port: () => '', page: healthPage }),
  ],
  unfit: () => undefined,
  render: renderCheck,
}

/** What the project's unit file tells of the process of the service. */
function processOf({ services }: Facts, { unit, instance }: Answers): ServiceProcess | undefined {
  return services.find(({ name, manager }) => name === unit && manager === instance)?.process
}

/** The pid file that the service has, as far as the project tells. */
function pidFileOf(facts: Facts, answers: Answers): string | undefined {
  const process = processOf(facts, answers)
  return process?.pidFile ?? (process?.server === 'puma' ? facts.app.puma.pidFile : undefined)
}

function renderCheck(answers: Answers): Rendering {
  const { unit = '', user, pidfile, pattern = '', page = '', memory = '' } = answers
  const check: MonitCheck = {
    name: unit,
    unit: `${unit}.service`,
    user,
    process: pidfile === undefined ? { pattern } : { pidFile: pidfile },
    endpoint: endpointOf(answers, nothingKnown),
    page,
    memory,
  }
  return { files: [monitFile(check)], nextSteps: monitSteps(check) }
}
