// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of systemd's, not of ours
import { choicesOf, isWanted } from '../answers.ts'
import { noGunicornHints } from '../detect/gunicorn-hints.ts'
import { noPumaHints } from '../detect/puma-hints.ts'
import type { PythonApp } from '../detect/python-app.ts'
import type { RubyApp } from '../detect/ruby-app.ts'
import { noSidekiqHints } from '../detect/sidekiq-hints.ts'
import type { Answers, Facts, Sources, Template } from '../template.ts'
import { upstartJobs } from './upstart-jobs.ts'

const app: RubyApp = {
  folder: '/home/deploy/shop',
  evidence: ['Gemfile'],
  name: 'shop',
  deployTo: undefined,
  pumaVersion: '6.4.2',
  sidekiqVersion: '7.2.4',
  hasSdNotify: false,
  ruby: { source: 'rbenv', root: undefined, version: '3.3.0', isJRuby: false },
  puma: noPumaHints,
  sidekiq: noSidekiqHints,
  binstubs: [],
  healthPage: '/up',
  webCommand: undefined,
}

const python: PythonApp = {
  evidence: ['manage.py'],
  gunicornVersion: '21.2.0',
  asgiPackage: 'uvicorn',
  entries: [
    { module: 'shop.wsgi:application', kind: 'wsgi' },
    { module: 'shop.asgi:application', kind: 'asgi' },
  ],
  virtualEnvironment: '.venv',
  gunicorn: noGunicornHints,
}

/** An app of which little is known, for tests. */
export const someFacts: Facts = {
  app,
  python,
  commands: [{ name: 'web', command: 'node server.js --port $PORT', file: 'Procfile' }],
  programs: new Map([['node', '/home/deploy/.nvm/versions/node/v20.1.0/bin/node']]),
  services: [],
  upstartJobs: [],
  home: '/home/deploy',
}

/** Answers that are right and of which each is a trial: an odd path, or none where none will do. */
const trials: Readonly<Record<string, readonly string[]>> = {
  app: ['Größe 2'],
  directory: [
    '/srv/my app/current',
    '/srv/50%h/$HOME/${HOME}',
    '/srv/-dash/日本/it\'s "so"',
    '/srv/back\\slash\\',
    '/srv/blank ',
  ],
  'ruby-root': [
    '/opt/my rubies',
    '/opt/50%n/$$',
    '/opt/$HOME/${HOME}',
    '/opt/it\'s "so"/[a]*',
    '/opt/back\\slash',
  ],
  'ruby-version': ['', '3.4.0-preview1'],
  config: ['', 'config/my puma;50%.rb', '/srv/$X/puma.rb', ';'],
  command: [
    'node server.js',
    'find . -name "*.tmp" -mtime +1 -delete',
    "/usr/bin/x 'a | b' 'c > d' '$(e)' '&&' '~/f' '{g,h}' '`i`' '>' '2>&1' '&' '\\$\\{J:-k}' '#l'",
    'PORT=3000 NODE_ENV="pro duction" bin/serve --title \'50% $HOME "so"\' "a\\\\b" \';\' -x 日本',
    'cd "/srv/my app/50%" && exec ./run --home=$HOME --dir ~/it -- "$FLAGS" $FLAGS \'\' \'$$\'',
    "export A=~/b; nice -n 5 /opt/it\\'s/[x]*/run '%h' > out.log 2>&1 &",
    'nohup env B=\'c d\' worker --queue "$QUEUE" &',
    "sed 's/%h/\"$HOME\"/' *.txt | tee 'it'\\''s 50%' || exit 1",
    '. ./env && FOO=1 bar "$(date +%s)" ~/x',
    '"-odd" --x=\\$1',
    'bash -c \'cd /srv/x && exec ./go "$1;\\"\'',
  ],
  program: ['', '/opt/my tools/run', '/opt/it\'s "so"/[a]*/50%', '/opt/$HOME/x', '/usr/bin/x'],
  path: ['/opt/my tools/50%:/srv/$HOME/bin:/srv/back\\slash'],
  interval: ['90', '1h 30min'],
  venv: ['/opt/my envs/50%', '/opt/it\'s "so"/[a]*', '/opt/$HOME', '/opt/back\\slash'],
  module: ['größe.wsgi:anwendung', 'app:create_app("50%", \'$HOME\')'],
  workers: ['', '4'],
  listen: [
    '%t/a+b@c.sock',
    '/srv/shop/run/web.sock',
    '/run/user/1000/shop.sock',
    '[::1]:3000',
    '0.0.0.0:8080',
  ],
  require: ['./my worker$.rb', '/srv/50%/boot.rb'],
  concurrency: ['', '10'],
  queues: ['', 'critical,2 default', "it's $HOME 50% it\\s"],
  timeout: ['25', '120'],
  services: ['shop', 'shop-web shop.jobs'],
  folder: ['deploy/it\'s #{ENV} "so"', 'deploy/back\\slash/[x]*/$HOME', '-dash/日本'],
  'log-folder': ['/srv/my logs/50%'],
  'env-file': ['/etc/shop.env', '/srv/my app/[x]*/50%.env', '/srv/back\\'],
  pidfile: ["/srv/my app/it's.pid", '/srv/"so".pid', '/run/user/1000/shop.pid'],
  pattern: ['^puma: .*[(]tcp://0[.]0'],
  port: ['', '3000', '/srv/my app/shop.sock', "/run/it's.sock", '/run/"so".sock'],
  memory: ['', '800'],
  cpu: ['', '150'],
  tasks: ['', '64'],
  variable: ['RAILS_ENV=production', 'A=', 'A= it\'s "so" 50%h \\', 'A=~/x=$HOME ${HOME}'],
  writable: ['', '/srv/my app', '/srv/50%h/$HOME', '/srv/-dash/日本/it\'s "so"', '/srv/back\\slash\\'],
  calendar: ['daily', 'Mon..Fri 03:00', '*:0/15'],
}

/** Texts that are each combined with everything. */
const all: Readonly<Record<string, readonly string[]>> = { job: Object.keys(upstartJobs) }

/** The files that answers name. */
export const someSources: Sources = upstartJobs

/**
 * A template's answers in every combination of its choices. Texts take turns: what was proposed, then the trials.
 * Each combination has a unit name of its own, so that all their files can lie side by side.
 */
export function combinations(template: Template): readonly Answers[] {
  let choices: readonly Answers[] = [{}]
  for (const input of template.inputs) {
    if (input.kind === 'text') {
      const values = all[input.name]
      if (values)
        choices = choices.flatMap((answers) => values.map((value) => ({ ...answers, [input.name]: value })))
      continue
    }
    choices = choices.flatMap((answers) =>
      isWanted(input, answers)
        ? choicesOf(input, someFacts).map(({ value }) => ({ ...answers, [input.name]: value }))
        : [answers],
    )
  }
  // Where there are few choices they come several times, with other texts.
  const rounds = Array.from({ length: Math.ceil(60 / choices.length) }, () => choices)
  return rounds.flat().map((chosen, index) => withTexts(template, chosen, index))
}

function withTexts({ id, inputs }: Template, chosen: Answers, index: number): Answers {
  const answers: Record<string, string> = { ...chosen }
  inputs.forEach((input, at) => {
    if (input.kind === 'choice' || input.name in all || !isWanted(input, answers)) return
    const right = [input.propose(someFacts, answers), ...(trials[input.name] ?? [])].filter(
      (value) => value !== undefined && input.validate(value, answers) === undefined,
    )
    answers[input.name] = /^(?:name|unit)$/.test(input.name)
      ? `${id}-${index}`
      : right[mix(index, at) % right.length]!
  })
  return answers
}

/** A number that goes with no regularity of the others, and is the same each time. */
function mix(index: number, at: number): number {
  return Math.imul(index + 1, 0x9e3779b1 + 2 * at) >>> 16
}
