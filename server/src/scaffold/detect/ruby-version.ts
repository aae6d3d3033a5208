import type { RubySource } from './ruby-app.ts'

/** What the files that pin a version of Ruby say. */
export interface PinnedRuby {
  /** `3.3.0`; with RVM the set of gems may stand behind it: `3.3.0@shop`. */
  readonly version: string | undefined
  readonly isJRuby: boolean
  /** The version manager whose own file it is, where no other reads that. */
  readonly source: Extract<RubySource, 'rvm' | 'asdf' | 'mise'> | undefined
}

/** The texts of the files, where they are there. */
export interface PinFiles {
  readonly rubyVersion: string | undefined
  readonly rubyGemset: string | undefined
  readonly toolVersions: string | undefined
  readonly mise: string | undefined
}

/** Reads .ruby-version, .ruby-gemset, .tool-versions and mise.toml. */
export function readPinnedRuby({ rubyVersion, rubyGemset, toolVersions, mise }: PinFiles): PinnedRuby {
  // A version, a list of them, or a table that has it.
  const inMise = /^\s*ruby\s*=\s*(?:\[\s*|\{\s*version\s*=\s*)?["']([^"']+)["']/m.exec(mise ?? '')?.[1]
  const inTools = /^\s*ruby\s+(\S+)/m.exec(toolVersions ?? '')?.[1]
  const alone = rubyVersion?.trim().split(/\s/)[0]
  const spelled = inMise ?? inTools ?? alone
  const [, engine, version, behind] = /^(?:(j)?ruby-)?(\d[\w.-]*)(?:@([\w.-]+))?$/.exec(spelled ?? '') ?? []
  const gemset = behind ?? /^[\w.-]+$/.exec(rubyGemset?.trim() ?? '')?.[0]
  const source = inMise !== undefined ? 'mise' : inTools !== undefined ? 'asdf' : undefined
  // Of those who read these files only RVM knows sets of gems.
  const isRvm = source === undefined && version !== undefined && gemset !== undefined
  return {
    version: isRvm ? `${version}@${gemset}` : version,
    isJRuby: engine === 'j',
    source: isRvm ? 'rvm' : source,
  }
}
