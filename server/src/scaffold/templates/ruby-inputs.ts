import type { RubySource } from '../detect/ruby-app.ts'
import { assignmentValue } from '../quote.ts'
import type { Answers, Choice, Input } from '../template.ts'
import type { Assignment } from '../unit-text.ts'
import { optional, pathOf, rubyVersion } from '../validate.ts'

/** A gem's program that a service runs. */
interface GemProgram {
  /** Its file. */
  readonly name: string
  /** As people call it. */
  readonly title: string
}

/** The sources of Ruby, as they are shown. */
function choicesFor({ name, title }: GemProgram): readonly Choice[] {
  const labels: Readonly<Record<RubySource, Omit<Choice, 'value'>>> = {
    rbenv: { label: 'rbenv', detail: 'rbenv exec ...' },
    rvm: { label: 'RVM', detail: 'the wrappers that RVM keeps for each Ruby' },
    asdf: { label: 'asdf', detail: 'the Ruby that asdf has installed, without its shims' },
    mise: { label: 'mise', detail: 'the Ruby that mise has installed, without its shims' },
    system: { label: "The system's Ruby", detail: 'the programs in /usr/bin' },
    package: {
      label: `The system's ${title}, without Bundler`,
      detail: `/usr/bin/${name}, as Debian packages it`,
    },
  }
  return Object.entries(labels).map(([value, words]) => ({ value, ...words }))
}

const defaultRoots: Readonly<Partial<Record<string, string>>> = {
  rbenv: '.rbenv',
  rvm: '.rvm',
  asdf: '.asdf',
  mise: '.local/share/mise',
}

const hasRoot = ({ ruby }: Answers) => ruby !== 'system' && ruby !== 'package'

/** The inputs that say which Ruby runs a program, and how. */
export function rubyInputs(manager: 'system' | 'user', program: GemProgram): readonly Input[] {
  return [
    {
      kind: 'choice',
      name: 'ruby',
      title: 'Ruby',
      prompt: 'where Ruby comes from on the machine that runs the app',
      choices: choicesFor(program),
      propose: ({ app }) => app.ruby.source,
    },
    {
      kind: 'text',
      name: 'ruby-root',
      title: 'Folder of the version manager',
      prompt: 'the folder in which the version manager is installed',
      wanted: hasRoot,
      propose({ app, home }, { ruby = '', user = '' }) {
        const found = app.ruby.source === ruby ? app.ruby.root : undefined
        const root = found ?? `~/${defaultRoots[ruby]}`
        // The system's systemd would look into root's home folder.
        return manager === 'system' ? root.replace(/^~(?=\/)/, homeOf(user, home)) : root
      },
      validate: pathOf(manager),
    },
    {
      kind: 'text',
      name: 'ruby-version',
      title: 'Version of Ruby',
      prompt:
        "the version of Ruby, such as 3.3.0, with RVM's set of gems as in 3.3.0@shop; with rbenv nothing for the app's own .ruby-version",
      wanted: hasRoot,
      // The others have the version in their paths.
      propose: ({ app }, { ruby }) =>
        (ruby === 'rvm' ? app.ruby.version : app.ruby.version?.replace(/@.*/, '')) ??
        (ruby === 'rbenv' ? '' : undefined),
      validate: (value, answers) =>
        (answers.ruby === 'rbenv' ? optional(rubyVersion) : rubyVersion)(value, answers),
    },
    {
      kind: 'choice',
      name: 'run',
      title: 'Program',
      prompt: `how ${program.title} is run`,
      wanted: ({ ruby }) => ruby !== 'package',
      choices: [
        { value: 'bundle', label: `bundle exec ${program.name}`, detail: 'through Bundler' },
        {
          value: 'binstub',
          label: `bin/${program.name}`,
          detail: "the app's own script, which loads Bundler",
        },
      ],
      propose: ({ app }) => (app.binstubs.includes(program.name) ? 'binstub' : 'bundle'),
    },
  ]
}

/** The home folder of the user that a service runs as: that of the one who asks, or one where most are. */
function homeOf(user: string, home = ''): string {
  if (home.endsWith(`/${user}`)) return home
  return user === 'root' ? '/root' : `/home/${user}`
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
  // The app's own script is handed to Ruby: which Ruby its first line would find is nothing to rely on.
  const [tool, args] =
    answers.run === 'binstub' ? ['ruby', [`bin/${gemProgram}`]] : ['bundle', ['exec', gemProgram]]
  switch (ruby as RubySource) {
    case 'rbenv':
      return {
        program: `${root}/bin/rbenv`,
        args: ['exec', tool, ...args],
        environment: [
          variable('RBENV_ROOT', root),
          ...(version === '' ? [] : [variable('RBENV_VERSION', version)]),
        ],
      }
    case 'rvm':
      return { program: `${root}/wrappers/ruby-${version}/${tool}`, args, environment: [] }
    case 'asdf':
    case 'mise': {
      const bin = `${root}/installs/ruby/${version}/bin`
      // Programs of gems look for their Ruby with env(1).
      const path = variable('PATH', `${bin}:/usr/local/bin:/usr/bin:/bin`)
      return { program: `${bin}/${tool}`, args, environment: [path] }
    }
    case 'system':
      return { program: `/usr/bin/${tool}`, args, environment: [] }
    case 'package':
      return { program: `/usr/bin/${gemProgram}`, args: [], environment: [] }
  }
}

/** A line that sets a variable. */
export function variable(name: string, value: string): Assignment {
  return ['Environment', assignmentValue(name, value)]
}
