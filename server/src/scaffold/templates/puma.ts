import { commandWords, untilOperator } from '../detect/command-words.ts'
import type { RubyApp } from '../detect/ruby-app.ts'
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
    notes: ({ app }) => [...app.puma.notes, ...unheardOptions(app)],
    render: (answers) => renderPuma(manager, answers),
  }
}

function noApp({ app }: Facts): string | undefined {
  if (app.evidence.length > 0) return undefined
  return `there is no app in '${app.folder}': neither Gemfile, config.ru nor config/puma.rb`
}

/** What the Procfile tells Puma, where the service does not. */
function unheardOptions({ webCommand = '', puma }: RubyApp): readonly string[] {
  const options = untilOperator(commandWords(/(?:^|[\s/])puma\s+(-.*)$/.exec(webCommand)?.[1] ?? ''))
  const heard = (word: string) =>
    // What Puma serves by itself.
    word === 'config.ru' ||
    /^(?:-C|--config|-e|--environment)/.test(word) ||
    (/^(?:-[pb]|--port|--bind)/.test(word) && puma.binds.length > 0)
  const left = options.filter(
    (word, at) => !heard(word) && !(!word.startsWith('-') && heard(options[at - 1] ?? '')),
  )
  if (left.length === 0) return []
  return [
    `the Procfile starts Puma with '${left.join(' ')}', and the service does not; say it in ${puma.file ?? 'config/puma.rb'}`,
  ]
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
    nextSteps: [
      ...managerSteps(manager, units, { answers, pidFolder: pidFolderOf(manager, answers) }),
      ...(check ? monitSteps(check) : []),
    ],
  }
}

/** The folder of the pid file, where somebody has to make it. */
function pidFolderOf(manager: Manager, answers: Answers): string | undefined {
  const folder = answers.pidfile?.replace(/\/[^/]*$/, '')
  return folder && runtimeFolder(manager, answers) === undefined ? folder : undefined
}

/** The folder of the pid file, where it is one right in `/run`: only root may make those, and each boot takes them away. */
function runtimeFolder(manager: Manager, { pidfile = '' }: Answers): string | undefined {
  return manager === 'system' ? /^\/run\/([\w-][\w.-]*)\/[^/]+$/.exec(pidfile)?.[1] : undefined
}

function serviceText(manager: Manager, answers: Answers): string {
  const { app = '', name = '', environment = '', user, reload } = answers
  const { 'env-file': envFile = '' } = answers
  const directory = pathValue(answers.directory ?? '')
  const ruby = rubyCommand(answers, 'puma')
  const notifies = answers.puma === '6' || answers.puma === '5-notify'
  const runtime = runtimeFolder(manager, answers)
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
    ...(runtime === undefined
      ? []
      : ([
          ['RuntimeDirectory', runtime],
          // The socket of the socket unit may lie there, too.
          ['RuntimeDirectoryPreserve', 'yes'],
        ] as const)),
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
  monit,
  pidfile = '',
}: Answers): readonly string[] {
  return [
    ...(config === '' ? [] : ['-C', config]),
    ...(socket === 'yes' ? ['-b', bindAddress(listen)] : []),
    ...(monit === 'yes' ? ['--pidfile', pidfile] : []),
  ]
}

/**
 * What Puma is told to listen on, by which it finds the socket of systemd's: from all that it has been handed it looks
 * for this text. `--bind-to-activated-sockets` would do at a start, but a hot restart forgets what systemd has handed over:
 * Puma then closes the socket and listens on port 9292 of all addresses instead.
 */
function bindAddress(listen: string): string {
  if (listen.startsWith('/')) return `unix://${listen}`
  // Puma has addresses as the kernel writes them, and knows [::1] from no [0:0::1].
  return listen.startsWith('[') ? `tcp://${shortened(listen)}` : `tcp://${listen}`
}

/** The same IPv6 address and port, in the one shortest way to write them. */
function shortened(listen: string): string {
  const colon = listen.lastIndexOf(':')
  const { hostname } = new URL(`http://${listen.slice(0, colon)}`)
  return `${hostname}${listen.slice(colon)}`
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
