import { commandValue, pathValue, patternValue, plainValue } from '../quote.ts'
import type { Answers, Facts, Manager, Rendering, ScaffoldFile, Template } from '../template.ts'
import { type Assignment, unitText } from '../unit-text.ts'
import { monitFile, monitSteps, serverCheck } from './monit-text.ts'
import { pumaInputs, socketEndpoint } from './puma-inputs.ts'
import { rubyCommand, variable } from './ruby-inputs.ts'
import { installSection, logLines, managerSteps, unitPath, variablesFile } from './service-text.ts'

/** A template of a service that runs Puma under a manager. */
export function pumaTemplate(manager: Manager, words: Pick<Template, 'id' | 'title' | 'summary'>): Template {
  return {
    ...words,
    manager,
    inputs: pumaInputs(manager),
    unfit: noApp,
    notes: ({ app }) => app.puma.notes,
    render: (answers) => renderPuma(manager, answers),
  }
}

function noApp({ app }: Facts): string | undefined {
  if (app.evidence.length > 0) return undefined
  return `there is no app in '${app.folder}': neither Gemfile, config.ru nor config/puma.rb`
}

function renderPuma(manager: Manager, answers: Answers): Rendering {
  const { name = '', socket, monit } = answers
  const check = monit === 'yes' ? serverCheck(manager, answers, socketEndpoint) : undefined
  const units = [...(socket === 'yes' ? [`${name}.socket`] : []), `${name}.service`]
  const service: ScaffoldFile = {
    path: unitPath(manager, `${name}.service`),
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
    nextSteps: [...managerSteps(manager, units, { answers }), ...(check ? monitSteps(check) : [])],
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
    ...logLines(answers, 'puma'),
  ]
  return unitText(['Unit', unit], ['Service', service], ['Install', installSection(manager)])
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

// A Puma that stops hangs up on those that are connected and have not sent a byte; so they come to it with their request.
const tcpOptions: readonly Assignment[] = [
  ['NoDelay', 'yes'],
  ['DeferAcceptSec', '5'],
]

function socketFile(manager: Manager, { app = '', name = '', listen = '', user }: Answers): ScaffoldFile {
  const isPath = listen.startsWith('/')
  const owner: readonly Assignment[] = manager === 'system' && isPath ? [['SocketUser', user ?? '']] : []
  const text = unitText(
    ['Unit', [['Description', `Socket of ${plainValue(app)}`]]],
    ['Socket', [['ListenStream', plainValue(listen)], ...owner, ...(isPath ? [] : tcpOptions)]],
    ['Install', [['WantedBy', 'sockets.target']]],
  )
  return { path: unitPath(manager, `${name}.socket`), text, isUnit: true }
}
