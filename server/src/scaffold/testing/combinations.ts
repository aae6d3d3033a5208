// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of systemd's, not of ours
import { isWanted } from '../answers.ts'
import { noPumaHints } from '../detect/puma-hints.ts'
import type { RubyApp } from '../detect/ruby-app.ts'
import type { Answers, Facts, Template } from '../template.ts'

const app: RubyApp = {
  folder: '/home/deploy/shop',
  evidence: ['Gemfile'],
  name: 'shop',
  deployTo: undefined,
  pumaVersion: '6.4.2',
  hasSdNotify: false,
  ruby: { source: 'rbenv', root: undefined, version: '3.3.0', isJRuby: false },
  puma: noPumaHints,
  webCommand: undefined,
  notes: [],
}

/** An app of which little is known, for tests. */
export const someFacts: Facts = { app, services: [], home: '/home/deploy' }

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
  listen: ['/run/user/1000/shop.sock', '[::1]:3000', '0.0.0.0:8080'],
  'log-folder': ['/srv/my logs/50%'],
  'env-file': ['/etc/shop.env', '/srv/my app/[x]*/50%.env', '/srv/back\\'],
  pidfile: ["/srv/my app/it's.pid", '/srv/"so".pid'],
  pattern: ['^puma: .*[(]tcp://0[.]0'],
  port: ['', '3000'],
  memory: ['', '800'],
}

/**
 * A template's answers in every combination of its choices. Texts take turns: what was proposed, then the trials.
 * Each combination has a unit name of its own, so that all their files can lie side by side.
 */
export function combinations(template: Template): readonly Answers[] {
  let choices: readonly Answers[] = [{}]
  for (const input of template.inputs) {
    if (input.kind === 'text') continue
    choices = choices.flatMap((answers) =>
      isWanted(input, answers)
        ? input.choices.map(({ value }) => ({ ...answers, [input.name]: value }))
        : [answers],
    )
  }
  return choices.map((chosen, index) => withTexts(template, chosen, index))
}

function withTexts({ id, inputs }: Template, chosen: Answers, index: number): Answers {
  const answers: Record<string, string> = { ...chosen }
  inputs.forEach((input, at) => {
    if (input.kind === 'choice' || !isWanted(input, answers)) return
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
