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
 */
export function readDeployConfig(text: string, capfile = ''): DeployConfig {
  const settings = settingsOf(codeLines(text))
  const application = settings.get('application')
  return {
    application,
    // Capistrano's own default.
    deployTo:
      settings.get('deploy_to') ?? (application === undefined ? undefined : `/var/www/${application}`),
    manager: managerOf(settings, codeLines(capfile).join('\n')),
  }
}

function settingsOf(lines: readonly string[]): Variables {
  const settings = new Map<string, string>()
  // Inside of strings settings are fetched from one another.
  const known = new Map<string, string>()
  for (const line of lines) {
    const [, name, expression] = /^set[\s(]+:(\w+)\s*,\s*(?:->\s*\{\s*)?(.+?)(?:\s*\})?\)?$/.exec(line) ?? []
    if (name === undefined) continue
    const value = evaluate(closed(expression!), known, '/config/deploy.rb')
    if (value === undefined) continue
    settings.set(name, value)
    for (const spelling of [`fetch(:${name})`, `fetch :${name}`, name]) known.set(spelling, value)
  }
  return settings
}

/** The pattern above takes the brace of an interpolation along with that of a block. */
function closed(expression: string): string {
  const quote = expression[0]
  return (quote === '"' || quote === "'") && !expression.endsWith(quote)
    ? `${expression}}${quote}`
    : expression
}

function managerOf(settings: Variables, capfile: string): DeployConfig['manager'] {
  const has = (kind: string) =>
    [...settings.keys()].some((name) => name.startsWith(`${kind}_`)) || capfile.includes(`capistrano/${kind}`)
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
    ruby: settings.get('rvm_ruby_version'),
  }
}
