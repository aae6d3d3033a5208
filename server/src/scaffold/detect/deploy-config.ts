import { codeLines, evaluate, type Variables } from './ruby-source.ts'

/** What a Capistrano configuration says. */
export interface DeployConfig {
  readonly application: string | undefined
  /** The folder with `current` and `shared`, on the machines that it is deployed to. */
  readonly deployTo: string | undefined
  /** Which version manager those machines have, with where it lies and the version of Ruby. */
  readonly manager:
    | { readonly kind: 'rbenv' | 'rvm'; readonly root: string | undefined; readonly ruby: string | undefined }
    | undefined
}

/**
 * Reads config/deploy.rb.
 * @param capfile the text of the Capfile beside it, if there is one
 * @param stage the text of config/deploy/production.rb, which has the last word, if there is one
 */
export function readDeployConfig(text: string, capfile = '', stage = ''): DeployConfig {
  const lines = [...codeLines(text), ...codeLines(stage)]
  const { settings, names } = settingsOf(lines)
  const application = settings.get('application') ?? settings.get('application_name')
  // Capistrano's own default, where it counts.
  const usual = application === undefined || names.has('deploy_to') ? undefined : `/var/www/${application}`
  return {
    application,
    deployTo: settings.get('deploy_to') ?? usual,
    manager: managerOf(settings, names, [...lines, ...codeLines(capfile)].join('\n')),
  }
}

/** What the lines set: the names of all, and the values that can be told. */
function settingsOf(lines: readonly string[]): {
  readonly settings: Variables
  readonly names: ReadonlySet<string>
} {
  const settings = new Map<string, string>()
  const names = new Set<string>()
  // Inside of strings settings are fetched from one another.
  const known = new Map(spellings('stage').map((each) => [each, 'production']))
  for (const line of lines) {
    const [, name, expression] = /^set[\s(]+:(\w+)\s*,\s*(?:->\s*\{\s*)?(.+?)(?:\s*\})?\)?$/.exec(line) ?? []
    if (name === undefined) continue
    names.add(name)
    const value = evaluate(closed(expression!), known, '/config/deploy.rb')
    if (value === undefined) {
      // It has another value now.
      settings.delete(name)
      continue
    }
    settings.set(name, value)
    for (const spelling of spellings(name)) known.set(spelling, value)
  }
  return { settings, names }
}

/** The ways in which a setting is fetched. */
function spellings(name: string): readonly string[] {
  return [`fetch(:${name})`, `fetch :${name}`, name]
}

/** The pattern above takes the brace of an interpolation along with that of a block. */
function closed(expression: string): string {
  const quote = expression[0]
  return (quote === '"' || quote === "'") && !expression.endsWith(quote)
    ? `${expression}}${quote}`
    : expression
}

function managerOf(settings: Variables, names: ReadonlySet<string>, code: string): DeployConfig['manager'] {
  const has = (kind: string) =>
    [...names].some((name) => name.startsWith(`${kind}_`)) ||
    new RegExp(`\\b(?:capistrano|mina)/${kind}\\b`).test(code)
  if (has('rbenv')) {
    const root = settings.get('rbenv_type') === 'system' ? '/usr/local/rbenv' : '~/.rbenv'
    return {
      kind: 'rbenv',
      root: settings.get('rbenv_path') ?? settings.get('rbenv_custom_path') ?? root,
      ruby: settings.get('rbenv_ruby'),
    }
  }
  if (!has('rvm')) return undefined
  const root = settings.get('rvm_type') === 'system' ? '/usr/local/rvm' : '~/.rvm'
  return {
    kind: 'rvm',
    root: settings.get('rvm_custom_path') ?? root,
    ruby: settings.get('rvm_ruby_version')?.replace(/^ruby-(?=\d)/, ''),
  }
}
