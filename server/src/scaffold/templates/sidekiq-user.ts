import { commandValue, pathValue, patternValue, plainValue } from '../quote.ts'
import type { Answers, Choice, Facts, Input, Rendering, Template } from '../template.ts'
import { type Assignment, unitText } from '../unit-text.ts'
import { queueNames, seconds, smallCount } from '../validate.ts'
import { type MonitCheck, memoryInput, monitFile, monitSteps, ownerInput } from './monit-text.ts'
import { rubyCommand, rubyInputs, variable } from './ruby-inputs.ts'
import {
  appInput,
  directoryInput,
  environmentInput,
  fileArgument,
  logInputs,
  monitInput,
  nameInput,
  variablesInput,
} from './service-inputs.ts'
import { installSection, logLines, managerSteps, unitPath, variablesFile } from './service-text.ts'

/** What Sidekiq can do. */
const versions: readonly Choice[] = [
  {
    value: 'notify',
    label: '6.0.6 or newer',
    detail: 'tells systemd when it is ready, and that it still works',
  },
  { value: 'older', label: 'older than 6.0.6', detail: 'counts as ready once it is started' },
  { value: 'jruby', label: 'any version on JRuby', detail: 'counts as ready once it is started' },
]

/** Sidekiq as a service of a user's own systemd. */
export const sidekiqUser: Template = {
  id: 'sidekiq-user',
  title: 'Generate Sidekiq user service',
  summary: 'Sidekiq under systemctl --user, without root',
  manager: 'user',
  inputs: inputs(),
  unfit: ({ app }) =>
    app.evidence.includes('Gemfile') || app.sidekiq.file !== undefined
      ? undefined
      : `there is no app in '${app.folder}': neither Gemfile nor config/sidekiq.yml`,
  notes: ({ app }) => app.sidekiq.notes,
  render: renderSidekiq,
}

function inputs(): readonly Input[] {
  return [
    appInput,
    nameInput('sidekiq'),
    directoryInput('user'),
    environmentInput,
    ...rubyInputs('user', { name: 'sidekiq', title: 'Sidekiq' }),
    {
      kind: 'choice',
      name: 'sidekiq',
      title: 'Version of Sidekiq',
      prompt: 'which Sidekiq runs the jobs',
      choices: versions,
      propose: versionOf,
    },
    {
      kind: 'text',
      name: 'config',
      title: "Sidekiq's configuration",
      prompt: "the path of sidekiq.yml, from the app's folder or from /; nothing for Sidekiq's own search",
      propose: ({ app }) => app.sidekiq.file ?? '',
      validate: fileArgument('user'),
    },
    {
      kind: 'text',
      name: 'require',
      title: 'File to load',
      prompt: "the file that loads the jobs, from the app's folder or from /; nothing for a Rails app",
      propose: ({ app }) => app.sidekiq.require ?? '',
      validate: fileArgument('user'),
    },
    {
      kind: 'text',
      name: 'concurrency',
      title: 'Threads',
      prompt: 'how many jobs run at a time; nothing for what the configuration says',
      propose: ({ app }) => app.sidekiq.concurrency ?? '',
      validate: smallCount,
    },
    {
      kind: 'text',
      name: 'queues',
      title: 'Queues',
      prompt:
        'the queues with blanks between them, a weight behind a comma: critical,2 default; nothing for what the configuration says',
      propose: ({ app }) => app.sidekiq.queues.join(' '),
      validate: queueNames,
    },
    {
      kind: 'text',
      name: 'timeout',
      title: 'Time to finish',
      prompt: 'for how many seconds jobs may go on once the service is stopped',
      // Sidekiq's own.
      propose: ({ app }) => String(app.sidekiq.timeout ?? 25),
      validate: seconds,
    },
    ...logInputs('user', 'sidekiq'),
    variablesInput('user'),
    monitInput,
    ownerInput(hasMonit),
    memoryInput(hasMonit),
  ]
}

function hasMonit({ monit }: Answers): boolean {
  return monit === 'yes'
}

/** Which of the choices a Sidekiq is; where nothing tells, one of which nothing is asked that it might not do. */
function versionOf({ app: { sidekiqVersion, ruby } }: Facts): string {
  if (ruby.isJRuby) return 'jruby'
  const [major = 0, minor = 0, patch = 0] = (sidekiqVersion ?? '').split('.').map(Number)
  // A Gemfile that asks for 6.1 has no third number, and one for 6.0 has it without what came later.
  return major > 6 || (major === 6 && (minor > 0 || patch >= 6)) ? 'notify' : 'older'
}

function renderSidekiq(answers: Answers): Rendering {
  const unit = `${answers.name}.service`
  const check = hasMonit(answers) ? checkOf(answers) : undefined
  return {
    files: [
      { path: unitPath('user', unit), text: serviceText(answers), isUnit: true },
      ...variablesFile(answers),
      ...(check ? [monitFile(check)] : []),
    ],
    nextSteps: [...managerSteps('user', [unit], { answers }), ...(check ? monitSteps(check) : [])],
  }
}

function serviceText(answers: Answers): string {
  const { app = '', environment = '', 'env-file': envFile = '' } = answers
  const ruby = rubyCommand(answers, 'sidekiq')
  const notifies = answers.sidekiq === 'notify'
  const unit: readonly Assignment[] = [
    ['Description', `Sidekiq of ${plainValue(app)}`],
    ['StartLimitIntervalSec', '60'],
    ['StartLimitBurst', '5'],
  ]
  const service: readonly Assignment[] = [
    ['Type', notifies ? 'notify' : 'simple'],
    ['WorkingDirectory', pathValue(answers.directory ?? '')],
    variable('RAILS_ENV', environment),
    // Its threads would scatter what they allocate over many areas of memory, of which little is ever given back.
    variable('MALLOC_ARENA_MAX', '2'),
    ...ruby.environment,
    ...(envFile === '' ? [] : [['EnvironmentFile', patternValue(envFile)] as const]),
    ['ExecStart', commandValue(ruby.program, [...ruby.args, ...sidekiqArguments(answers)])],
    // No ExecReload=: all there is to signal is TSTP, after which it takes no more jobs. A deployment that says
    // reload-or-restart means the restart.
    ['Restart', 'always'],
    ['RestartSec', '1'],
    // What the jobs have started goes on as long as they do.
    ['KillMode', 'mixed'],
    ['TimeoutStopSec', String(stopSeconds(answers))],
    ...(notifies ? [['WatchdogSec', '30'] as const] : []),
    ...logLines(answers, 'sidekiq'),
  ]
  return unitText(['Unit', unit], ['Service', service], ['Install', installSection('user')])
}

function sidekiqArguments(answers: Answers): readonly string[] {
  const { name = '', config = '', require = '', concurrency = '', queues = '', timeout = '' } = answers
  return [
    ...(config === '' ? [] : ['-C', config]),
    ...(require === '' ? [] : ['-r', require]),
    ...(concurrency === '' ? [] : ['-c', concurrency]),
    ...queues.split(/\s+/).flatMap((queue) => (queue === '' ? [] : ['-q', queue])),
    // Said here, where it must go with TimeoutStopSec=.
    '-t',
    timeout,
    ...(hasMonit(answers) ? ['-g', name] : []),
  ]
}

/** What Sidekiq waits for its jobs, and some time to put back those that are not done. */
function stopSeconds({ timeout }: Answers): number {
  return Number(timeout) + 10
}

function checkOf(answers: Answers): MonitCheck {
  const { name = '', user, memory = '' } = answers
  return {
    name,
    unit: `${name}.service`,
    user,
    // Sidekiq 6 and later write no pid file. What ps shows of it is `sidekiq VERSION TAG [0 of 5 busy]`.
    process: { pattern: `^sidekiq [^[]*${name.replaceAll('.', '[.]')} [[]` },
    endpoint: undefined,
    page: '',
    memory,
    stopSeconds: stopSeconds(answers) + 5,
  }
}
