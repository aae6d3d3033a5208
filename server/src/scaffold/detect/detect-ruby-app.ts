import type { FileSystem } from '../../base/file-system.ts'
import { pathOfUri, uriBeside } from '../../workspace/uri.ts'
import { type DeployConfig, readDeployConfig } from './deploy-config.ts'
import { type Gems, readGems } from './gemfile.ts'
import { noPumaHints, type PumaHints, readPumaHints } from './puma-hints.ts'
import { type Read, reader } from './read-text.ts'
import type { Ruby, RubyApp, RubySource } from './ruby-app.ts'
import { type PinnedRuby, readPinnedRuby } from './ruby-version.ts'
import { configOf, readSidekiqHints, type SidekiqHints } from './sidekiq-hints.ts'

/**
 * Finds out how an app is run from its files.
 * @param folder the URI of its folder
 * @param home the absolute path of the home folder, where version managers are looked for
 */
export async function detectRubyApp(
  files: FileSystem,
  folder: string,
  home: string | undefined,
): Promise<RubyApp> {
  const read = reader(files, folder)
  const [gemfile, lock, rack, deploy, capfile, procfile, routes] = await Promise.all(
    [
      'Gemfile',
      'Gemfile.lock',
      'config.ru',
      'config/deploy.rb',
      'Capfile',
      'Procfile',
      'config/routes.rb',
    ].map(read),
  )
  const path = pathOfUri(folder).replace(/(?!^)\/+$/, '')
  const gems = readGems(gemfile, lock)
  const webCommand = /^web:\s*(.+?)\s*$/m.exec(procfile ?? '')?.[1]
  const [pumaFile, config] = await pumaConfigOf(read, webCommand)
  const deployConfig =
    deploy === undefined
      ? undefined
      : readDeployConfig(deploy, capfile, await read('config/deploy/production.rb'))
  const start = deployConfig?.deployTo === undefined ? path : `${deployConfig.deployTo}/current`
  const hints = config === undefined ? noPumaHints : readPumaHints(config, pumaFile, start)
  // Capistrano's own folders may be told by Puma's file alone.
  const deployTo = deployConfig?.deployTo ?? /^(.+)\/current$/.exec(hints.directory ?? '')?.[1]
  const puma = deployTo === undefined ? hints : sharedBetweenReleases(hints, deployTo)
  const found = { Gemfile: gemfile, 'config.ru': rack, [pumaFile]: config }
  return {
    folder: path,
    evidence: Object.keys(found).filter((name) => found[name] !== undefined),
    name: deployConfig?.application ?? path.slice(path.lastIndexOf('/') + 1),
    deployTo,
    pumaVersion: gems.version('puma'),
    sidekiqVersion: gems.version('sidekiq'),
    hasSdNotify: gems.has('sd_notify'),
    ruby: await detectRuby(files, folder, home, { gems, hasGemfile: gemfile !== undefined, deployConfig }),
    puma,
    sidekiq: await detectSidekiq(read, procfile),
    binstubs: await detectBinstubs(read),
    healthPage: healthPageOf(routes),
    webCommand,
  }
}

/** Puma's configuration with its path: the one that the Procfile names, else the one that Puma takes in production. */
async function pumaConfigOf(read: Read, webCommand = ''): Promise<readonly [string, string | undefined]> {
  const named = /\bpuma\s.*?\s?(?:-C|--config)[ =]?(?:\.\/)?([\w.-]+(?:\/[\w.-]+)*)/.exec(webCommand)?.[1]
  for (const file of [...(named === undefined ? [] : [named]), 'config/puma/production.rb']) {
    const isInside = !file.split('/').includes('..')
    const text = isInside ? await read(file) : undefined
    if (text !== undefined) return [file, text]
  }
  return ['config/puma.rb', await read('config/puma.rb')]
}

/** What Puma keeps in folders that Capistrano links into each release, by their own paths: those stay the same. */
function sharedBetweenReleases(hints: PumaHints, deployTo: string): PumaHints {
  const shared = (path: string) => {
    const [whole, scheme = '', inside] =
      /^(unix:\/\/)?(?:\/.*)?\/current(\/tmp\/(?:pids|sockets)\/.+)$/.exec(path) ?? []
    return whole === `${scheme}${deployTo}/current${inside}` ? `${scheme}${deployTo}/shared${inside}` : path
  }
  return { ...hints, pidFile: hints.pidFile && shared(hints.pidFile), binds: hints.binds.map(shared) }
}

/** The path that a routes.rb gives to Rails' own page of health. */
function healthPageOf(routes = ''): string | undefined {
  const path = /^\s*get[\s(]\s*["']\/?([\w./-]+)["']\s*(?:=>|,\s*to:)\s*["']rails\/health#show["']/m.exec(
    routes,
  )?.[1]
  return path === undefined ? undefined : `/${path}`
}

/** What the Procfile starts Sidekiq with, and the configuration that this names, else the usual one. */
async function detectSidekiq(read: Read, procfile = ''): Promise<SidekiqHints> {
  const command = /^[\w-]+:\s*(.*\bsidekiq\b.*)$/m.exec(procfile)?.[1]
  const named = configOf(command ?? '')?.replace(/^\.\//, '')
  if (named !== undefined) {
    // What is not within the app is not there yet.
    const isInside = !named.startsWith('/') && !named.split('/').includes('..')
    return readSidekiqHints(named, isInside ? await read(named) : undefined, command)
  }
  const usual = await read('config/sidekiq.yml')
  return readSidekiqHints(usual === undefined ? undefined : 'config/sidekiq.yml', usual, command)
}

async function detectBinstubs(read: Read): Promise<readonly string[]> {
  const programs = ['puma', 'sidekiq']
  const scripts = await Promise.all(programs.map((program) => read(`bin/${program}`)))
  return programs.filter((_, at) => /^#!.*\bruby\b/.test(scripts[at] ?? ''))
}

interface Known {
  readonly gems: Gems
  readonly hasGemfile: boolean
  readonly deployConfig: DeployConfig | undefined
}

/** Where version managers are found. The machine that is deployed to is told by config/deploy.rb, else it is this one. */
async function detectRuby(
  files: FileSystem,
  folder: string,
  home: string | undefined,
  { gems, hasGemfile, deployConfig }: Known,
): Promise<Ruby> {
  const read = reader(files, folder)
  const [rubyVersion, rubyGemset, toolVersions, mise, hiddenMise] = await Promise.all(
    ['.ruby-version', '.ruby-gemset', '.tool-versions', 'mise.toml', '.mise.toml'].map(read),
  )
  const pinned = readPinnedRuby({ rubyVersion, rubyGemset, toolVersions, mise: mise ?? hiddenMise })
  const isJRuby = gems.isJRuby || pinned.isJRuby
  const version = pinned.version ?? gems.ruby
  const deployed = deployConfig?.manager
  if (deployed) {
    return { source: deployed.kind, root: deployed.root, version: deployed.ruby ?? version, isJRuby }
  }
  if (!hasGemfile) return { source: 'package', root: undefined, version: undefined, isJRuby }
  const installed = await findManager(files, folder, home, pinned)
  return { source: installed?.source ?? 'system', root: installed?.root, version, isJRuby }
}

interface Manager {
  readonly source: RubySource
  readonly root: string
}

/** The version managers and the folders that they are installed to, the usual ones first. */
const managers: readonly Manager[] = [
  { source: 'rbenv', root: '~/.rbenv' },
  { source: 'rbenv', root: '/usr/local/rbenv' },
  { source: 'rvm', root: '~/.rvm' },
  { source: 'rvm', root: '/usr/local/rvm' },
  { source: 'asdf', root: '~/.asdf' },
  { source: 'mise', root: '~/.local/share/mise' },
]

async function findManager(
  files: FileSystem,
  folder: string,
  home: string | undefined,
  pinned: PinnedRuby,
): Promise<Manager | undefined> {
  const candidates = pinned.source ? managers.filter(({ source }) => source === pinned.source) : managers
  for (const manager of candidates) {
    if (manager.root.startsWith('~') && home === undefined) continue
    const uri = uriBeside(folder, manager.root.replace('~', home ?? ''))
    if ((await files.readFolder(uri)) !== undefined) return manager
  }
  // Its own file says enough, wherever it is installed; so does a version alone, which most have from rbenv.
  if (pinned.source) return candidates[0]
  return pinned.version === undefined ? undefined : managers[0]
}
