import type { RubyApp } from '../detect/ruby-app.ts'
import { resolvePath } from '../detect/ruby-source.ts'
import type { Answers, Choice, Input } from '../template.ts'
import { listenAddress } from '../validate.ts'
import { type Endpoint, healthInputs, healthPage, ownerInput, pidFileInput } from './monit-text.ts'
import { rubyInputs } from './ruby-inputs.ts'
import {
  appInput,
  directoryInput,
  environmentInput,
  fileArgument,
  logInputs,
  monitInput,
  nameInput,
  no,
  runAsInput,
  variablesInput,
} from './service-inputs.ts'

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
  return [
    appInput,
    nameInput('puma'),
    directoryInput(manager),
    ...(manager === 'system' ? [runAsInput] : []),
    environmentInput,
    ...rubyInputs(manager, { name: 'puma', title: 'Puma' }),
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
      validate: fileArgument(manager),
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
          detail:
            'one worker after another; needs workers without preload_app!, so `preload_app! false` since Puma 7',
        },
        {
          value: 'hot',
          label: 'Hot restart',
          detail: 'all at once; requests wait meanwhile',
        },
      ],
      propose: ({ app }) => (canPhase(app) ? 'phased' : 'hot'),
    },
    {
      kind: 'choice',
      name: 'socket',
      title: 'Socket unit',
      prompt: 'whether systemd listens, so that no request is refused while Puma restarts',
      choices: [
        // Each worker that ends does so, unless puma.rb says `queue_requests false`.
        { ...no, detail: 'Puma hangs up on who has connected and not yet asked when it restarts or reloads' },
        {
          value: 'yes',
          label: 'Yes',
          detail: 'a .socket unit beside the service; on a port, no request is lost',
        },
      ],
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
    ...logInputs(manager, 'puma'),
    variablesInput(manager),
    monitInput,
    ...(manager === 'user' ? [ownerInput(hasMonit)] : []),
    pidFileInput(hasMonit, ({ app, home }, { directory = '' }) => {
      const folder = app.deployTo ? `${app.deployTo}/shared` : directory.replace(/^~(?=\/)/, home ?? '~')
      return app.puma.pidFile ?? `${folder}/tmp/pids/puma.pid`
    }),
    ...healthInputs(hasMonit, socketEndpoint, {
      port: ({ app }) => portOf(listenOf(app)),
      page: healthPage,
    }),
  ]
}

const hasMonit = ({ monit }: Answers) => monit === 'yes'

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
  return (puma.workers === 'several' || (puma.workers ?? 0) > 0) && !preloads
}

/** The first bind of puma.rb, as a socket unit says it. */
function listenOf({ puma }: RubyApp): string | undefined {
  const [bind] = puma.binds
  const path = /^unix:\/\/(\/[^?]+)/.exec(bind ?? '')?.[1]
  const address = /^tcp:\/\/([^?/]+:\d+)/.exec(bind ?? '')?.[1]
  return path ? resolvePath('/', path) : address?.replace(/^localhost:/, '127.0.0.1:')
}

/** Where this machine finds what the socket unit listens on; undefined where there is none. */
export function socketEndpoint({ socket, listen = '' }: Answers): Endpoint | undefined {
  if (socket !== 'yes') return undefined
  if (listen.startsWith('/')) return { socket: listen }
  const [, host = '', port = ''] = /^(.+):(\d+)$/.exec(listen) ?? []
  // All addresses of a machine have this one among them.
  return { host: /^(?:0\.0\.0\.0|\[::\])$/.test(host) ? '127.0.0.1' : host.replace(/[[\]]/g, ''), port }
}

/** What `healthInputs()` calls an address: its port, or its path. */
function portOf(address = ''): string {
  return address.startsWith('/') ? address : address.slice(address.lastIndexOf(':') + 1)
}
