import { commandValue, pathValue, patternValue, plainValue } from '../quote.ts'
import type { Answers, Facts, NextStep, Rendering, ScaffoldFile, Template } from '../template.ts'
import { type Assignment, unitText } from '../unit-text.ts'
import { endpointOf, type MonitCheck, monitFile, monitSteps } from './monit-text.ts'
import { pumaInputs, socketEndpoint } from './puma-inputs.ts'
import { rubyCommand, variable } from './ruby-inputs.ts'

type Manager = Template['manager']

/** A template of a service that runs Puma under a manager. */
export function pumaTemplate(manager: Manager, words: Pick<Template, 'id' | 'title' | 'summary'>): Template {
  return {
    ...words,
    manager,
    inputs: pumaInputs(manager),
    unfit: noApp,
    render: (answers) => renderPuma(manager, answers),
  }
}

function noApp({ app }: Facts): string | undefined {
  if (app.evidence.length > 0) return undefined
  return `there is no app in '${app.folder}': neither Gemfile, config.ru nor config/puma.rb; choose the folder that has them`
}

function renderPuma(manager: Manager, answers: Answers): Rendering {
  const { name = '', socket, monit } = answers
  const check = monit === 'yes' ? checkOf(manager, answers) : undefined
  const service: ScaffoldFile = {
    path: `config/systemd/${manager}/${name}.service`,
    text: serviceText(manager, answers),
    isUnit: true,
  }
  return {
    files: [
      service,
      ...(socket === 'yes' ? [socketFile(manager, answers)] : []),
      ...variablesFile(answers),
      ...(check ? [monitFile(check)] : []),
    ],
    nextSteps: [...managerSteps(manager, answers), ...(check ? monitSteps(check) : [])],
  }
}

function serviceText(manager: Manager, answers: Answers): string {
  const { app = '', name = '', environment = '', user, reload } = answers
  const { 'env-file': envFile = '' } = answers
  const directory = pathValue(answers.directory ?? '')
  const ruby = rubyCommand(answers, 'puma')
  const notifies = answers.puma === '6' || answers.puma === '5-notify'
  const unit: readonly Assignment[] = [
    ['Description', `Puma HTTP server of ${plainValue(app)}`],
    // A user's manager has no such unit; it starts long after the network is up.
    ...(manager === 'system' ? [['After', 'network.target'] as const] : []),
    ...(answers.socket === 'yes'
      ? ([
          ['Requires', `${name}.socket`],
          ['After', `${name}.socket`],
        ] as const)
      : []),
    ['StartLimitIntervalSec', '60'],
    ['StartLimitBurst', '5'],
  ]
  const service: readonly Assignment[] = [
    ['Type', notifies ? 'notify' : 'simple'],
    ...(manager === 'system' ? [['User', user ?? ''] as const] : []),
    ['WorkingDirectory', directory],
    variable('RAILS_ENV', environment),
    ...ruby.environment,
    ...(envFile === '' ? [] : [['EnvironmentFile', patternValue(envFile)] as const]),
    ['ExecStart', commandValue(ruby.program, [...ruby.args, ...pumaArguments(answers)])],
    // Puma stops by itself at systemd's SIGTERM: it needs no ExecStop=.
    ['ExecReload', `/bin/kill -${reload === 'phased' ? 'USR1' : 'USR2'} $MAINPID`],
    ['Restart', 'always'],
    ['RestartSec', '1'],
    ['KillMode', 'mixed'],
    ...(notifies ? [['WatchdogSec', '30'] as const] : []),
    ...logging(answers),
  ]
  const target = manager === 'user' ? 'default.target' : 'multi-user.target'
  return unitText(['Unit', unit], ['Service', service], ['Install', [['WantedBy', target]]])
}

function pumaArguments({
  config = '',
  socket,
  listen = '',
  puma,
  monit,
  pidfile = '',
}: Answers): readonly string[] {
  return [
    ...(config === '' ? [] : ['-C', config]),
    ...(socket === 'yes' ? bindArguments(listen, puma) : []),
    ...(monit === 'yes' ? ['--pidfile', pidfile] : []),
  ]
}

/** How Puma is told to take the socket over: by its address before it had an option that takes whatever systemd gives. */
function bindArguments(listen: string, puma: string | undefined): readonly string[] {
  if (puma !== 'older') return ['--bind-to-activated-sockets=only']
  return ['-b', listen.startsWith('/') ? `unix://${listen}` : `tcp://${listen}`]
}

function logging({ log, name = '', 'log-folder': folder = '' }: Answers): readonly Assignment[] {
  if (log === 'journal') return [['SyslogIdentifier', name]]
  return [
    ['StandardOutput', `append:${plainValue(`${folder}/puma.log`)}`],
    ['StandardError', `append:${plainValue(`${folder}/puma-error.log`)}`],
  ]
}

function socketFile(manager: Manager, { app = '', name = '', listen = '', user }: Answers): ScaffoldFile {
  const isPath = listen.startsWith('/')
  const owner: readonly Assignment[] = manager === 'system' && isPath ? [['SocketUser', user ?? '']] : []
  const text = unitText(
    ['Unit', [['Description', `Socket of ${plainValue(app)}`]]],
    [
      'Socket',
      [['ListenStream', plainValue(listen)], ...owner, ...(isPath ? [] : [['NoDelay', 'yes'] as const])],
    ],
    ['Install', [['WantedBy', 'sockets.target']]],
  )
  return { path: `config/systemd/${manager}/${name}.socket`, text, isUnit: true }
}

/** A pattern to copy: the file itself holds what no repository should. */
function variablesFile({ 'env-file': path = '', app, name }: Answers): readonly ScaffoldFile[] {
  if (path === '') return []
  const text = [
    `# Variables of ${app}, to be copied to ${path} and filled in there.`,
    '# One NAME=VALUE a line; quotes go around values with blanks.',
    '# SECRET_KEY_BASE=',
    '# DATABASE_URL=',
    '',
  ].join('\n')
  return [{ path: `config/${name}.env.example`, text, isUnit: false }]
}

function checkOf(manager: Manager, answers: Answers): MonitCheck {
  const { name = '', user, pidfile = '', page = '', memory = '' } = answers
  return {
    name,
    unit: `${name}.service`,
    user: manager === 'user' ? user : undefined,
    process: { pidFile: pidfile },
    endpoint: endpointOf(answers, socketEndpoint),
    page,
    memory,
  }
}

function managerSteps(manager: Manager, { name, socket }: Answers): readonly NextStep[] {
  const units = [...(socket === 'yes' ? [`${name}.socket`] : []), `${name}.service`]
  const paths = units.map((unit) => `config/systemd/${manager}/${unit}`).join(' ')
  const [run, folder] =
    manager === 'system' ? ['sudo ', '/etc/systemd/system'] : ['', '~/.config/systemd/user']
  const systemctl = manager === 'system' ? 'sudo systemctl' : 'systemctl --user'
  const steps: readonly NextStep[] = [
    {
      why: 'systemd looks for units in folders of its own',
      command: `${run}install -D -m 644 -t ${folder} ${paths}`,
      isInstall: true,
    },
    { why: 'systemd reads units anew only when told', command: `${systemctl} daemon-reload` },
    {
      why: `it runs now, and ${manager === 'system' ? 'at every boot' : 'with your manager'}`,
      command: `${systemctl} enable --now ${units.join(' ')}`,
    },
  ]
  if (manager === 'system') return steps
  return [
    ...steps,
    {
      why: 'without this your manager, and with it the service, ends when you log out',
      command: 'loginctl enable-linger',
    },
  ]
}
