/**
 * Files that are no units and no control files, but say what the program of a unit does: Puma's configuration under
 * Puma's own names, and the versions that Bundler chose.
 */
const appConfig = /(?:^|\/)(?:puma\.rb|config\/puma\/\w+\.rb|Gemfile\.lock)$/

/** True for the path of a file that units and control files are compared with, though it is in no language of ours. */
export function isAppConfig(path: string): boolean {
  return appConfig.test(path)
}

/**
 * The gems that a Gemfile.lock names, with their versions: `puma` is `6.4.2`. Those of which it names two, as a merge
 * leaves them behind, are not there; for several platforms a gem is named with one and the same.
 */
export function lockedGems(lock: string): ReadonlyMap<string, string> {
  const gems = new Map<string, string>()
  const unsure = new Set<string>()
  // The gems themselves stand four deep; six deep are what they ask for.
  for (const [, name, version] of lock.matchAll(/^ {4}(\S+) \((\d+(?:\.\d+)*)/gm)) {
    if ((gems.get(name!) ?? version) !== version) unsure.add(name!)
    gems.set(name!, version!)
  }
  for (const name of unsure) gems.delete(name)
  return gems
}
