import { lockedGems } from '../../workspace/app-config.ts'
import { codeLines } from './ruby-source.ts'

/** What Gemfile and Gemfile.lock say. */
export interface Gems {
  /** The version of a gem, where it is locked; else the least that the Gemfile asks for; undefined where neither tells. */
  version(gem: string): string | undefined
  has(gem: string): boolean
  /** Ruby's version, `3.3.0`. */
  readonly ruby: string | undefined
  readonly isJRuby: boolean
}

/** Reads what there is of the two files. */
export function readGems(gemfile: string | undefined, lock: string | undefined): Gems {
  const locked = lockedGems(lock ?? '')
  const asked = new Map<string, string | undefined>()
  let ruby: string | undefined
  for (const line of codeLines(gemfile ?? '')) {
    const [, gem, rest = ''] = /^gem[\s(]+["']([^"']+)["'](.*)$/.exec(line) ?? []
    if (gem !== undefined) asked.set(gem, /^\s*,\s*["'](?:~>|>=|=)?\s*([\d.]+)/.exec(rest)?.[1])
    ruby = /^ruby[\s(]+["'](?:~>|>=|=)?\s*([\d.]+)["']/.exec(line)?.[1] ?? ruby
  }
  const [, engine, version] = /^RUBY VERSION\n {3}(ruby|jruby)\s([\d.]+)/m.exec(lock ?? '') ?? []
  return {
    version: (gem) => locked.get(gem) ?? asked.get(gem),
    has: (gem) => locked.has(gem) || asked.has(gem),
    ruby: version ?? ruby,
    isJRuby: engine === 'jruby' || /\(jruby /.test(lock ?? '') || /engine:\s*["']jruby/.test(gemfile ?? ''),
  }
}
