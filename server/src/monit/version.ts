/** The oldest and the newest monit on record. */
export const oldestMonit = '5.26'
export const newestMonit = '6.0.0'

/**
 * Compares two versions as monit counts them, `5.9` before `5.33.0`; a missing part counts as 0.
 * @returns below 0 where `a` is the older one, 0 where they are the same
 */
export function compareVersions(a: string, b: string): number {
  return weightOf(a) - weightOf(b)
}

/** Rules ask about every statement; there are as many versions as rules name. */
const weights = new Map<string, number>()

function weightOf(version: string): number {
  let weight = weights.get(version)
  if (weight === undefined) {
    const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
    weight = (major * 1000 + minor) * 1000 + patch
    weights.set(version, weight)
  }
  return weight
}

/** True where `version` is `since` or newer. */
export function hasReached(version: string, since: string): boolean {
  return compareVersions(version, since) >= 0
}
