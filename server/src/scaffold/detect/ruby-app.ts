import type { PumaHints } from './puma-hints.ts'
import type { SidekiqHints } from './sidekiq-hints.ts'

/** How the machine comes to its Ruby; `package` is a Puma of the distribution, which runs without Bundler. */
export type RubySource = 'rbenv' | 'rvm' | 'asdf' | 'mise' | 'system' | 'package'

export interface Ruby {
  readonly source: RubySource
  /** The folder of the version manager, where it is known; `~/` for the home folder. */
  readonly root: string | undefined
  /** `3.3.0`; with RVM the set of gems may stand behind it: `3.3.0@shop`. */
  readonly version: string | undefined
  readonly isJRuby: boolean
}

/** What the files of a Ruby app say about how to run it. They are read, and never run. */
export interface RubyApp {
  /** The absolute path of its folder here. */
  readonly folder: string
  /** Which of the files that tell such an app are there; none where it is no such app. */
  readonly evidence: readonly string[]
  /** What the app is called. */
  readonly name: string
  /** Where it is deployed to, by config/deploy.rb or Puma's file: the folder with `current` and `shared`. */
  readonly deployTo: string | undefined
  readonly pumaVersion: string | undefined
  readonly sidekiqVersion: string | undefined
  /** Whether the gem is there that lets Puma 5 tell systemd that it is ready. */
  readonly hasSdNotify: boolean
  readonly ruby: Ruby
  readonly puma: PumaHints
  readonly sidekiq: SidekiqHints
  /** The programs of gems that the app has a Ruby script for, in its folder `bin`. */
  readonly binstubs: readonly string[]
  /** The path of the page by which Rails tells that it is well, where config/routes.rb has one. */
  readonly healthPage: string | undefined
  /** The command that the Procfile starts the web server with. */
  readonly webCommand: string | undefined
}
