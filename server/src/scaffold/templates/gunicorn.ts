import { commandValue, pathValue, patternValue, plainValue } from '../quote.ts'
import type { Answers, Facts, Manager, Rendering, Template } from '../template.ts'
import { type Assignment, unitText } from '../unit-text.ts'
import { gunicornEndpoint, gunicornInputs } from './gunicorn-inputs.ts'
import { instanceOf } from './instance-inputs.ts'
import { monitFile, monitSteps, serverCheck } from './monit-text.ts'
import { installSection, logLines, managerSteps, unitPath, variablesFile } from './service-text.ts'

/** Gunicorn behind a socket that systemd listens on, so that no request is refused while it restarts. */
export const gunicorn: Template = {
  id: 'gunicorn',
  title: 'Generate Gunicorn socket and service',
  summary: 'Gunicorn behind a socket of systemd, which keeps listening while Gunicorn restarts',
  manager: instanceOf,
  inputs: gunicornInputs,
  unfit,
  notes: ({ python }) => python.gunicorn.notes,
  render,
}

function unfit({ python, app }: Facts): string | undefined {
  if (python.evidence.length > 0) return undefined
  return `there is no Python app in '${app.folder}': neither pyproject.toml, requirements.txt nor a module such as wsgi.py`
}

/** Of the health check: it asks by an address, and not by the name that browsers do. */
const remark = [
  '# A Django whose ALLOWED_HOSTS lacks the address that is asked answers with status 400. This sends a name instead:',
  '#   request "/" with http headers [Host: shop.example] with timeout 10 seconds ...',
]

function render(answers: Answers): Rendering {
  const manager = instanceOf(answers)
  const { name = '', monit, start } = answers
  const [socket, service] = [`${name}.socket`, `${name}.service`]
  const check = monit === 'yes' ? { ...serverCheck(manager, answers, gunicornEndpoint), remark } : undefined
  const isUnit = true
  return {
    files: [
      { path: unitPath(manager, service), text: serviceText(manager, answers), isUnit },
      { path: unitPath(manager, socket), text: socketText(manager, answers), isUnit },
      ...variablesFile(answers, ['SECRET_KEY', 'DATABASE_URL']),
      ...(check ? [monitFile(check)] : []),
    ],
    nextSteps: [
      ...managerSteps(manager, [socket, service], {
        answers,
        ...(start === 'boot'
          ? {}
          : { enabled: [socket], outcome: 'the first request starts it from now on' }),
      }),
      ...(check ? monitSteps(check) : []),
    ],
  }
}

function serviceText(manager: Manager, answers: Answers): string {
  const { app = '', name = '', user = '', python, start, venv = '', 'env-file': envFile = '' } = answers
  const program = python === 'venv' ? `${venv}/bin/gunicorn` : '/usr/bin/gunicorn'
  const unit: readonly Assignment[] = [
    ['Description', `Gunicorn of ${plainValue(app)}`],
    // A user's manager has no such unit; it starts long after the network is up.
    ...(manager === 'system' ? [['After', 'network.target'] as const] : []),
    ['Requires', `${name}.socket`],
    ['After', `${name}.socket`],
    ['StartLimitIntervalSec', '60'],
    ['StartLimitBurst', '5'],
  ]
  const service: readonly Assignment[] = [
    ['Type', answers.gunicorn === '20' ? 'notify' : 'simple'],
    ...(manager === 'system' ? [['User', user] as const] : []),
    ['WorkingDirectory', pathValue(answers.directory ?? '')],
    ...(envFile === '' ? [] : [['EnvironmentFile', patternValue(envFile)] as const]),
    ['ExecStart', commandValue(program, gunicornArguments(answers))],
    // Gunicorn loads the app anew in fresh workers, and lets the old ones finish.
    ['ExecReload', '/bin/kill -HUP $MAINPID'],
    ['Restart', 'always'],
    ['RestartSec', '1'],
    ['KillMode', 'mixed'],
    ...logLines(answers, 'gunicorn'),
  ]
  return unitText(
    ['Unit', unit],
    ['Service', service],
    ['Install', start === 'boot' ? installSection(manager) : []],
  )
}

/** No `--bind` among them: Gunicorn takes what systemd hands over. */
function gunicornArguments(answers: Answers): readonly string[] {
  const { config = '', workers = '', worker = '', pidfile = '', module = '' } = answers
  const classes: Readonly<Partial<Record<string, string>>> = {
    uvicorn: 'uvicorn.workers.UvicornWorker',
    'uvicorn-worker': 'uvicorn_worker.UvicornWorker',
  }
  const workerClass = classes[worker]
  return [
    ...(config === '' ? [] : ['--config', config]),
    ...(workers === '' ? [] : ['--workers', workers]),
    ...(workerClass === undefined ? [] : ['--worker-class', workerClass]),
    ...(answers.monit === 'yes' ? ['--pid', pidfile] : []),
    module,
  ]
}

function socketText(manager: Manager, { app = '', listen = '', user = '' }: Answers): string {
  const isPath = /^[/%]/.test(listen)
  // What is in the service's own RuntimeDirectory= would go whenever the service stops.
  const text = unitText(
    ['Unit', [['Description', `Socket of ${plainValue(app)}`]]],
    [
      'Socket',
      [
        // A specifier, where it is one, is meant.
        ['ListenStream', listen],
        ...(manager === 'system' && isPath ? [['SocketUser', user] as const] : []),
        ...(isPath ? [] : [['NoDelay', 'yes'] as const]),
      ],
    ],
    ['Install', [['WantedBy', 'sockets.target']]],
  )
  if (!listen.startsWith('%t/')) return text
  return [
    '# Only programs of the same user reach this socket. For a web server that runs as another one, listen on an',
    '# address such as 127.0.0.1:8000.',
    text,
  ].join('\n')
}
