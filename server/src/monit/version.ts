/** The oldest and the newest monit on record. */
export const oldestMonit = '5.26'
export const newestMonit = '6.0.0'

/**
 * Compares two versions as monit counts them, `5.9` before `5.33.0`; a missing part counts as 0.
 * @returns below 0 where `a` is the older one, 0 where they are the same
 */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.')
  const right = b.split('.')
  for (let part = 0; part < 3; part++) {
    const difference = Number(left[part] ?? 0) - Number(right[part] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** True where `version` is `since` or newer. */
export function hasReached(version: string, since: string): boolean {
  return compareVersions(version, since) >= 0
}
