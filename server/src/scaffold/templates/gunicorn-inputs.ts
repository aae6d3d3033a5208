import type { Answers, Facts, Input, Manager, TextInput } from '../template.ts'
import { listenAddress, pathOf, pythonObject, smallCount } from '../validate.ts'
import { instanceInput, instanceOf, perInstance } from './instance-inputs.ts'
import { type Endpoint, healthInputs, ownerInput, pidFileInput } from './monit-text.ts'
import {
  appInput,
  directoryInput,
  fileArgument,
  logInputs,
  monitInput,
  nameInput,
  variablesInput,
} from './service-inputs.ts'

const isSystem = (answers: Answers) => instanceOf(answers) === 'system'
const hasMonit = ({ monit }: Answers) => monit === 'yes'

const listens: TextInput['validate'] = (value, answers) => {
  const manager = instanceOf(answers)
  if (!value.startsWith('%')) return listenAddress(manager)(value, answers)
  if (manager === 'system') {
    return `'${value}' begins with a specifier; accepted: ADDRESS:PORT, or the whole path of a socket such as /run/${answers.name}.sock`
  }
  return /^%t\/[\w.@+-]{1,80}$/.test(value)
    ? undefined
    : `'${value}' is no name for a socket; accepted: %t/NAME.sock with letters, digits and . _ - @ + as NAME`
}

/** The inputs of the template for Gunicorn, in the order in which they are asked. */
export const gunicornInputs: readonly Input[] = [
  instanceInput,
  appInput,
  nameInput('gunicorn'),
  ...perInstance((manager) => [directoryInput(manager)]),
  {
    kind: 'choice',
    name: 'python',
    title: 'Gunicorn',
    prompt: 'where Gunicorn is installed on the machine that runs the app',
    choices: [
      { value: 'venv', label: 'A virtual environment', detail: 'its bin/gunicorn' },
      { value: 'system', label: "The system's", detail: '/usr/bin/gunicorn, as distributions package it' },
    ],
    propose: () => 'venv',
  },
  ...perInstance((manager) => [
    {
      kind: 'text',
      name: 'venv',
      title: 'Virtual environment',
      prompt: 'the folder of the virtual environment: the one with bin in it',
      wanted: ({ python }) => python === 'venv',
      propose: (facts, answers) => environmentOf(facts, answers, manager),
      validate: pathOf(manager),
    },
  ]),
  {
    kind: 'choice',
    name: 'gunicorn',
    title: 'Version of Gunicorn',
    prompt: 'which Gunicorn runs the app',
    choices: [
      { value: '20', label: '20.0 or newer', detail: 'tells systemd when it is ready' },
      { value: 'older', label: 'older than 20.0', detail: 'counts as ready once it is started' },
    ],
    propose: ({ python }) => (Number.parseInt(python.gunicornVersion ?? '', 10) < 20 ? 'older' : '20'),
  },
  {
    kind: 'choice',
    name: 'worker',
    title: 'Kind of app',
    prompt: 'how Gunicorn speaks to the app',
    choices: [
      { value: 'wsgi', label: 'WSGI', detail: 'Django, Flask and most others' },
      { value: 'uvicorn', label: 'ASGI, with Uvicorn', detail: 'uvicorn.workers.UvicornWorker' },
      {
        value: 'uvicorn-worker',
        label: 'ASGI, with uvicorn-worker',
        detail: 'uvicorn_worker.UvicornWorker, a package of its own since Uvicorn 0.30',
      },
    ],
    propose: ({ python }) => (python.entries[0]?.kind === 'asgi' ? python.asgiPackage : 'wsgi'),
  },
  {
    kind: 'text',
    name: 'module',
    title: 'Module',
    prompt: 'the module, and behind a colon what in it is to be served, such as shop.wsgi:application',
    propose: ({ python }, { worker }) =>
      python.entries.find(({ kind }) => (kind === 'wsgi') === (worker === 'wsgi'))?.module,
    validate: pythonObject,
  },
  {
    kind: 'text',
    name: 'config',
    title: "Gunicorn's configuration",
    prompt:
      "the path of the configuration, from the app's folder or from /; nothing for gunicorn.conf.py, if there is one",
    // It takes this one by itself.
    propose: ({ python: { gunicorn } }) =>
      gunicorn.file === 'gunicorn.conf.py' ? '' : (gunicorn.file ?? ''),
    validate: (value, answers) => fileArgument(instanceOf(answers))(value, answers),
  },
  {
    kind: 'text',
    name: 'workers',
    title: 'Worker processes',
    prompt: 'how many processes serve requests; nothing for what the configuration says',
    propose: ({ python }) => (python.gunicorn.setsWorkers ? '' : '2'),
    validate: smallCount,
  },
  {
    kind: 'text',
    name: 'listen',
    title: 'Listen on',
    prompt:
      "what systemd listens on: ADDRESS:PORT, or the whole path of a socket; %t/NAME.sock is in your own systemd's folder, which no other user may enter",
    propose: (_facts, answers) => `${isSystem(answers) ? '/run' : '%t'}/${answers.name}.sock`,
    validate: listens,
  },
  {
    kind: 'choice',
    name: 'start',
    title: 'Start',
    prompt: 'when Gunicorn is started',
    choices: [
      { value: 'request', label: 'With the first request', detail: 'which waits until it is loaded' },
      { value: 'boot', label: 'At once', detail: 'and with the machine, or with your login' },
    ],
    propose: () => 'request',
  },
  ...perInstance((manager) => [...logInputs(manager, 'gunicorn'), variablesInput(manager)]),
  monitInput,
  {
    ...ownerInput((answers) => isSystem(answers) || hasMonit(answers)),
    prompt: 'the user that it runs as, on the machine that runs it',
  },
  pidFileInput(hasMonit, ({ app, home }, { directory = '' }) => {
    const folder = app.deployTo ? `${app.deployTo}/shared` : directory.replace(/^~(?=\/)/, home ?? '~')
    return `${folder}/gunicorn.pid`
  }),
  ...healthInputs(hasMonit, gunicornEndpoint, { port: () => '', page: () => '/' }),
]

/** Where this machine finds what the socket unit listens on; undefined where only its user can tell. */
export function gunicornEndpoint({ listen = '' }: Answers): Endpoint | undefined {
  if (listen.startsWith('%t/')) return undefined
  if (listen.startsWith('/')) return { socket: listen }
  const [, host = '', port = ''] = /^(.+):(\d+)$/.exec(listen) ?? []
  // All addresses of a machine have this one among them.
  return { host: /^(?:0\.0\.0\.0|\[::\])$/.test(host) ? '127.0.0.1' : host.replace(/[[\]]/g, ''), port }
}

/** Where the virtual environment is: what was found, seen from where the app will be. */
function environmentOf({ python, home }: Facts, { directory }: Answers, manager: Manager): string {
  const found = python.virtualEnvironment ?? '.venv'
  if (!found.startsWith('/')) return `${directory}/${found}`
  const isAtHome = manager === 'user' && home !== undefined && found.startsWith(`${home}/`)
  return isAtHome ? `~${found.slice(home.length)}` : found
}
