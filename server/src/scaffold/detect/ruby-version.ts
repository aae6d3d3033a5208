import type { RubySource } from './ruby-app.ts'

/** What the files that pin a version of Ruby say. */
export interface PinnedRuby {
  /** `3.3.0`. */
  readonly version: string | undefined
  readonly isJRuby: boolean
  /** The version manager whose own file it is, where no other reads that. */
  readonly source: Extract<RubySource, 'asdf' | 'mise'> | undefined
}

/** The texts of the files, where they are there. */
export interface PinFiles {
  readonly rubyVersion: string | undefined
  readonly toolVersions: string | undefined
  readonly mise: string | undefined
}

/** Reads .ruby-version, .tool-versions and mise.toml. */
export function readPinnedRuby({ rubyVersion, toolVersions, mise }: PinFiles): PinnedRuby {
  const inMise = /^\s*ruby\s*=\s*["']([^"']+)["']/m.exec(mise ?? '')?.[1]
  const inTools = /^\s*ruby\s+(\S+)/m.exec(toolVersions ?? '')?.[1]
  const alone = rubyVersion?.trim().split(/\s/)[0]
  const spelled = inMise ?? inTools ?? alone
  const [, engine, version] = /^(?:(j)?ruby-)?(\d[\w.-]*)$/.exec(spelled ?? '') ?? []
  return {
    version,
    isJRuby: engine === 'j',
    source: inMise !== undefined ? 'mise' : inTools !== undefined ? 'asdf' : undefined,
  }
}
