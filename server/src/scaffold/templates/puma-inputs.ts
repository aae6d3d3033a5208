import type { RubyApp } from '../detect/ruby-app.ts'
import { resolvePath } from '../detect/ruby-source.ts'
import type { Answers, Choice, Facts, Input } from '../template.ts'
import { account, environmentName, label, listenAddress, optional, pathOf, unitName } from '../validate.ts'
import { type Endpoint, healthInputs, ownerInput, pidFileInput, proposeUser } from './monit-text.ts'
import { rubyInputs } from './ruby-inputs.ts'

const no: Choice = { value: 'no', label: 'No' }

/** What Puma can do: it came to speak to systemd in steps. */
const pumas: readonly Choice[] = [
  { value: '6', label: '6.0 or newer', detail: 'tells systemd when it is ready' },
  {
    value: '5-notify',
    label: '5.1 to 5.6, with the gem sd_notify',
    detail: 'tells systemd when it is ready',
  },
  { value: '5', label: '5.1 to 5.6, without that gem', detail: 'counts as ready once it is started' },
  { value: 'older', label: 'older than 5.1', detail: 'counts as ready once it is started' },
  { value: 'jruby', label: 'any version on JRuby', detail: 'counts as ready once it is started' },
]

/** The inputs of the templates for Puma, in the order in which they are asked. */
export function pumaInputs(manager: 'system' | 'user'): readonly Input[] {
  const path = pathOf(manager)
  return [
    {
      kind: 'text',
      name: 'app',
      title: 'Application',
      prompt: 'what the app is called',
      propose: ({ app }) =>
        app.name.replace(/[^\p{L}\p{N}._-]+/gu, ' ').replace(/^[ ._-]+|[ ._-]+$/g, '') || 'app',
      validate: label,
    },
    {
      kind: 'text',
      name: 'name',
      title: 'Name of the service',
      prompt: 'the name of the unit, without .service',
      propose: (_facts, { app = '' }) => `puma-${app.replace(/[^A-Za-z0-9:_.-]+/g, '-')}`.replace(/-+$/, ''),
      validate: unitName,
    },
    {
      kind: 'text',
      name: 'directory',
      title: 'Folder of the app',
      prompt: 'the folder that the app runs in; with Capistrano the one called current',
      propose: (facts) => directoryOf(facts, manager),
      validate: path,
    },
    ...(manager === 'system' ? systemUser : []),
    {
      kind: 'text',
      name: 'environment',
      title: 'Environment',
      prompt: 'the Rails environment',
      propose: ({ app: { puma } }) =>
        // What stands in where RAILS_ENV is not set is for the developer's own machine.
        puma.environment === undefined || puma.environment === 'development'
          ? 'production'
          : puma.environment,
      validate: environmentName,
    },
    ...rubyInputs(manager),
    {
      kind: 'choice',
      name: 'puma',
      title: 'Version of Puma',
      prompt: 'which Puma runs the app',
      choices: pumas,
      propose: ({ app }) => pumaOf(app),
    },
    {
      kind: 'text',
      name: 'config',
      title: "Puma's configuration",
      prompt: "the path of puma.rb, from the app's folder or from /; nothing for Puma's own search",
      propose: ({ app }) =>
        /\s(?:-C|--config)[ =](\S+)/.exec(app.webCommand ?? '')?.[1] ?? app.puma.file ?? '',
      validate: optional((value) => {
        if (value.startsWith('-')) return `'${value}' looks like an option; write './${value}'`
        return value.startsWith('~') ? path(value, {}) : undefined
      }),
    },
    {
      kind: 'choice',
      name: 'reload',
      title: 'Reload',
      prompt: 'what reloading the service does',
      choices: [
        {
          value: 'phased',
          label: 'Phased restart',
          detail: 'one worker after another; needs workers, and no preload_app!',
        },
        {
          value: 'hot',
          label: 'Hot restart',
          detail: 'all at once; requests wait meanwhile, and none is lost',
        },
      ],
      propose: ({ app }) => (canPhase(app) ? 'phased' : 'hot'),
    },
    {
      kind: 'choice',
      name: 'socket',
      title: 'Socket unit',
      prompt: 'whether systemd listens, so that no request is refused while Puma restarts',
      choices: [no, { value: 'yes', label: 'Yes', detail: 'a .socket unit beside the service' }],
      propose: () => 'no',
    },
    {
      kind: 'text',
      name: 'listen',
      title: 'Listen on',
      prompt: 'what systemd listens on: ADDRESS:PORT, or the whole path of a socket',
      wanted: ({ socket }) => socket === 'yes',
      propose: ({ app }) => listenOf(app) ?? '127.0.0.1:3000',
      validate: listenAddress(manager),
    },
    {
      kind: 'choice',
      name: 'log',
      title: 'Log',
      prompt: 'where what Puma prints goes',
      choices: [
        { value: 'journal', label: 'The journal', detail: 'journalctl shows it' },
        { value: 'files', label: 'Files', detail: 'puma.log and puma-error.log in a folder' },
      ],
      propose: () => 'journal',
    },
    {
      kind: 'text',
      name: 'log-folder',
      title: 'Folder of the log files',
      prompt: 'the folder, which must be there, for puma.log and puma-error.log',
      wanted: ({ log }) => log === 'files',
      propose: ({ app }, { directory }) => (app.deployTo ? `${app.deployTo}/shared/log` : `${directory}/log`),
      validate: path,
    },
    {
      kind: 'text',
      name: 'env-file',
      title: 'File of variables',
      prompt: 'a file of NAME=VALUE lines for passwords and keys, kept out of the unit; nothing for none',
      propose: () => '',
      validate: optional(path),
    },
    {
      kind: 'choice',
      name: 'monit',
      title: 'Monit check',
      prompt: 'whether monit watches the service as well',
      choices: [no, { value: 'yes', label: 'Yes', detail: 'a file for /etc/monit/conf.d' }],
      propose: () => 'no',
    },
    ...(manager === 'user' ? [ownerInput(hasMonit)] : []),
    pidFileInput(hasMonit, ({ app, home }, { directory = '' }) => {
      const folder = app.deployTo ? `${app.deployTo}/shared` : directory.replace(/^~(?=\/)/, home ?? '~')
      return app.puma.pidFile ?? `${folder}/tmp/pids/puma.pid`
    }),
    ...healthInputs(hasMonit, socketEndpoint, ({ app }) => endpointIn(listenOf(app))?.port ?? ''),
  ]
}

const hasMonit = ({ monit }: Answers) => monit === 'yes'

const systemUser: readonly Input[] = [
  {
    kind: 'text',
    name: 'user',
    title: 'User',
    prompt: 'the user that the app runs as',
    propose: proposeUser,
    validate: account,
  },
]

/** The app's folder where it runs: on the servers, where config/deploy.rb tells of them, else here. */
function directoryOf({ app, home }: Facts, manager: 'system' | 'user'): string {
  if (app.deployTo) return `${app.deployTo}/current`
  const isAtHome = manager === 'user' && home !== undefined && app.folder.startsWith(`${home}/`)
  return isAtHome ? `~${app.folder.slice(home.length)}` : app.folder
}

/** Which of the choices a Puma is; where nothing tells, one of which nothing is asked that it might not do. */
function pumaOf({ pumaVersion, hasSdNotify, ruby }: RubyApp): string {
  if (ruby.isJRuby) return 'jruby'
  const [major, minor = 0] = (pumaVersion ?? '').split('.').map(Number)
  if (!major) return '5'
  if (major >= 6) return '6'
  if (major < 5 || minor < 1) return 'older'
  return hasSdNotify ? '5-notify' : '5'
}

/** Whether workers can be replaced one by one. From Puma 7 on several workers preload unless told not to. */
function canPhase({ puma, pumaVersion }: RubyApp): boolean {
  const preloads = puma.preloads ?? Number.parseInt(pumaVersion ?? '', 10) >= 7
  return (puma.workers ?? 0) > 0 && !preloads
}

/** The first bind of puma.rb, as a socket unit says it. */
function listenOf({ puma }: RubyApp): string | undefined {
  const [bind] = puma.binds
  const path = /^unix:\/\/(\/[^?]+)/.exec(bind ?? '')?.[1]
  const address = /^tcp:\/\/([^?/]+:\d+)/.exec(bind ?? '')?.[1]
  return path ? resolvePath('/', path) : address?.replace(/^localhost:/, '127.0.0.1:')
}

/** Where the socket unit listens; undefined where there is none. */
export function socketEndpoint({ socket, listen = '' }: Answers): Endpoint | 'none' | undefined {
  return socket === 'yes' ? (endpointIn(listen) ?? 'none') : undefined
}

/** Where this machine finds what listens on an address; undefined where that is a path. */
function endpointIn(address: string | undefined): Endpoint | undefined {
  const [, host, port] = /^(.+):(\d+)$/.exec(address ?? '') ?? []
  if (host === undefined || port === undefined) return undefined
  // All addresses of a machine have this one among them.
  return { host: /^(?:0\.0\.0\.0|\[::\])$/.test(host) ? '127.0.0.1' : host.replace(/[[\]]/g, ''), port }
}
