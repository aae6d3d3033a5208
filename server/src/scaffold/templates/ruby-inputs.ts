import type { RubySource } from '../detect/ruby-app.ts'
import { assignmentValue } from '../quote.ts'
import type { Answers, Input } from '../template.ts'
import type { Assignment } from '../unit-text.ts'
import { optional, pathOf, rubyVersion } from '../validate.ts'

const labels: Readonly<Record<RubySource, { readonly label: string; readonly detail: string }>> = {
  rbenv: { label: 'rbenv', detail: 'rbenv exec bundle exec ...' },
  rvm: { label: 'RVM', detail: 'the wrappers that RVM keeps for each Ruby' },
  asdf: { label: 'asdf', detail: 'the Ruby that asdf has installed, without its shims' },
  mise: { label: 'mise', detail: 'the Ruby that mise has installed, without its shims' },
  system: { label: "The system's Ruby", detail: '/usr/bin/bundle exec ...' },
  package: { label: "The system's Puma, without Bundler", detail: '/usr/bin/puma, as Debian packages it' },
}

const sources = Object.keys(labels) as readonly RubySource[]
const defaultRoots: Readonly<Partial<Record<string, string>>> = {
  rbenv: '.rbenv',
  rvm: '.rvm',
  asdf: '.asdf',
  mise: '.local/share/mise',
}

const hasRoot = ({ ruby }: Answers) => ruby !== 'system' && ruby !== 'package'

/** The inputs that say which Ruby runs a program. */
export function rubyInputs(manager: 'system' | 'user'): readonly Input[] {
  return [
    {
      kind: 'choice',
      name: 'ruby',
      title: 'Ruby',
      prompt: 'where Ruby comes from on the machine that runs the app',
      choices: sources.map((value) => ({ value, ...labels[value] })),
      propose: ({ app }) => app.ruby.source,
    },
    {
      kind: 'text',
      name: 'ruby-root',
      title: 'Folder of the version manager',
      prompt: 'the folder in which the version manager is installed',
      wanted: hasRoot,
      propose({ app, home }, { ruby = '' }) {
        const found = app.ruby.source === ruby ? app.ruby.root : undefined
        const root = found ?? `~/${defaultRoots[ruby]}`
        // The system's systemd would look into root's home folder.
        return manager === 'system' && home !== undefined ? root.replace(/^~(?=\/)/, home) : root
      },
      validate: pathOf(manager),
    },
    {
      kind: 'text',
      name: 'ruby-version',
      title: 'Version of Ruby',
      prompt: "the version of Ruby, such as 3.3.0; with rbenv nothing for the app's own .ruby-version",
      wanted: hasRoot,
      // The others have the version in their paths.
      propose: ({ app }, { ruby }) => app.ruby.version ?? (ruby === 'rbenv' ? '' : undefined),
      validate: (value, answers) =>
        (answers.ruby === 'rbenv' ? optional(rubyVersion) : rubyVersion)(value, answers),
    },
  ]
}

/** What runs a gem's program. */
export interface RubyCommand {
  readonly program: string
  readonly args: readonly string[]
  readonly environment: readonly Assignment[]
}

/** The command that runs a gem's program, by the answers to `rubyInputs()`. Nothing in it stays between systemd and Ruby. */
export function rubyCommand(answers: Answers, gemProgram: string): RubyCommand {
  const { ruby, 'ruby-root': root = '', 'ruby-version': version = '' } = answers
  const bundled = ['exec', gemProgram]
  switch (ruby as RubySource) {
    case 'rbenv':
      return {
        program: `${root}/bin/rbenv`,
        args: ['exec', 'bundle', ...bundled],
        environment: [
          variable('RBENV_ROOT', root),
          ...(version === '' ? [] : [variable('RBENV_VERSION', version)]),
        ],
      }
    case 'rvm':
      return { program: `${root}/wrappers/ruby-${version}/bundle`, args: bundled, environment: [] }
    case 'asdf':
    case 'mise': {
      const bin = `${root}/installs/ruby/${version}/bin`
      // Programs of gems look for their Ruby with env(1).
      const path = variable('PATH', `${bin}:/usr/local/bin:/usr/bin:/bin`)
      return { program: `${bin}/bundle`, args: bundled, environment: [path] }
    }
    case 'system':
      return { program: '/usr/bin/bundle', args: bundled, environment: [] }
    case 'package':
      return { program: `/usr/bin/${gemProgram}`, args: [], environment: [] }
  }
}

/** A line that sets a variable. */
export function variable(name: string, value: string): Assignment {
  return ['Environment', assignmentValue(name, value)]
}
