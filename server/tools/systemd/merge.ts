/** Joins the recorded releases and the kept history into one row a key, and checks that they agree. */

import type { DirectiveRow, RowNotes } from '../../src/unit/data/directive-row.ts'
import { type FactDoc, type FactRow, type Facts, removedKey } from './facts.ts'
import { documentedBefore, firstVersions, parserChanges, removals, replacements } from './history.ts'

/** The oldest figure kept: a key of this version may be older. */
const oldestKnown = 208

interface Release {
  readonly version: number
  readonly rows: ReadonlyMap<string, FactRow>
}

/** Rows by block, in the order of the newest release; throws where history and a release contradict each other. */
export function mergeDirectives(facts: readonly Facts[]): ReadonlyMap<string, readonly DirectiveRow[]> {
  const newest = facts.at(-1)
  if (newest === undefined) throw new Error('no facts to generate from')
  const releases = facts.map(({ version, rows }) => ({
    version,
    rows: new Map(rows.map((row) => [keyOf(row), row])),
  }))
  const docs = new Map(newest.documented.map((doc) => [keyOf(doc), doc]))
  const firsts = versionsByKey(firstVersions)
  const removed = versionsByKey(removals)
  checkKeys(newest, releases, [...firsts.keys(), ...removed.keys(), ...replacementKeys()])

  const merged = new Map<string, DirectiveRow[]>()
  for (const row of newest.rows) {
    const [block, name, parser, ltype] = row
    const key = keyOf(row)
    const since = firsts.get(key) ?? oldestKnown
    const removedIn = removed.get(key)
    const [, , scope, added] = docs.get(key) ?? []
    checkVersions(key, { since, removedIn, added }, releases)
    checkManual(key, since, added)
    const parsers = parsersOf(key, removedIn, releases)
    const legacy = replacements[block]?.[name]
    const notes: RowNotes = {
      ...(scope === undefined && { undocumented: true }),
      ...(scope !== undefined && scope !== 'any' && { scope }),
      ...(removedIn !== undefined && { removedIn }),
      ...(legacy && { legacy }),
      ...(parsers.length > 1 && { parsers }),
    }
    const rows = merged.get(block) ?? []
    rows.push(
      Object.keys(notes).length > 0 ? [name, parser, ltype, since, notes] : [name, parser, ltype, since],
    )
    merged.set(block, rows)
  }
  return merged
}

const keyOf = ([block, name]: FactRow | FactDoc): string => `${block}.${name}`

function versionsByKey(
  history: Readonly<Record<string, Readonly<Record<number, string>>>>,
): ReadonlyMap<string, number> {
  const versions = new Map<string, number>()
  for (const [block, byVersion] of Object.entries(history)) {
    for (const [version, names] of Object.entries(byVersion)) {
      for (const name of names.split(' ')) {
        const key = `${block}.${name}`
        if (versions.has(key)) throw new Error(`history.ts gives '${key}' two versions`)
        versions.set(key, Number(version))
      }
    }
  }
  return versions
}

function replacementKeys(): readonly string[] {
  return Object.entries(replacements).flatMap(([block, byName]) =>
    Object.keys(byName).map((name) => `${block}.${name}`),
  )
}

/** Every key of an older release, and every key history.ts speaks of, is still in the newest table. */
function checkKeys(newest: Facts, releases: readonly Release[], spokenOf: readonly string[]): void {
  const known = new Set(newest.rows.map(keyOf))
  for (const { version, rows } of releases) {
    for (const key of rows.keys()) {
      if (!known.has(key))
        throw new Error(`'${key}' of ${version} is not in ${newest.version}; nothing says what became of it`)
    }
  }
  for (const key of spokenOf) {
    if (!known.has(key))
      throw new Error(`history.ts speaks of '${key}', which ${newest.version} does not know`)
  }
}

/** What is claimed of a key, and what the manual says of its age as a hint to who must correct the claim. */
interface Claim {
  readonly since: number
  readonly removedIn: number | undefined
  readonly added: number | undefined
}

function checkVersions(key: string, { since, removedIn, added }: Claim, releases: readonly Release[]): void {
  for (const { version, rows } of releases) {
    const row = rows.get(key)
    if ((row !== undefined) !== version >= since) {
      const hint = added ? `; the manual speaks of ${added}` : ''
      throw new Error(
        `history.ts says '${key}' is of ${since}, but ${version} ${row ? 'has' : 'does not have'} it${hint}`,
      )
    }
    if (row && (row[3] === removedKey) !== version >= (removedIn ?? Number.POSITIVE_INFINITY)) {
      const said = removedIn === undefined ? 'not removed' : `removed in ${removedIn}`
      throw new Error(
        `history.ts says '${key}' is ${said}, but ${version} ${row[3] === removedKey ? 'ignores' : 'reads'} it`,
      )
    }
  }
}

/** The manual may come to speak of a key late, but not before there is one. */
function checkManual(key: string, since: number, added: number | undefined): void {
  if (!added || since <= Math.max(added, oldestKnown) || documentedBefore.has(key)) return
  throw new Error(`history.ts says '${key}' is of ${since}, but the manual says ${added}`)
}

/** The parsers a key had, each with the first version known to use it; keys that are gone are parsed to warn. */
function parsersOf(
  key: string,
  removedIn: number | undefined,
  releases: readonly Release[],
): readonly (readonly [number, string])[] {
  const parsers: (readonly [number, string])[] = []
  for (const { version, rows } of releases) {
    const row = rows.get(key)
    if (row === undefined || row[2] === parsers.at(-1)?.[1]) continue
    const exact = row[3] === removedKey ? removedIn : parserChanges[row[0]]?.[row[2]]
    parsers.push([parsers.length === 0 ? version : (exact ?? version), row[2]])
  }
  return parsers
}
