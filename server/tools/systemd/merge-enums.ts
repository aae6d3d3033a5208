/** Joins the recorded string tables with what is known of the parsers that use them, and checks that they agree. */

import { codeTables, type EnumSource, enumSources } from './enum-sources.ts'
import type { Facts, FactTable } from './facts.ts'

/** The tables the settings use, by name. */
export interface MergedTables {
  /** All words of the newest release. */
  readonly words: ReadonlyMap<string, readonly string[]>
  /** Words that older releases had: the last recorded one that did. */
  readonly gone: ReadonlyMap<string, Readonly<Record<string, number>>>
}

interface Release {
  readonly version: number
  readonly tables: ReadonlyMap<string, FactTable>
}

/** The C tables that settings look their words up in, without those whose words are compared in code. */
export function wantedTables(): ReadonlySet<string> {
  return new Set(
    enumSources.flatMap(({ tables }) => tables).filter((name) => !Object.hasOwn(codeTables, name)),
  )
}

/** All tables of `enumSources`; throws where a source and a release contradict each other. */
export function mergeTables(facts: readonly Facts[]): MergedTables {
  const releases = facts.map(({ version, tables }) => ({
    version,
    tables: new Map(tables.map((table) => [table[0], table])),
  }))
  const newest = releases.at(-1)!
  const words = new Map<string, readonly string[]>()
  const gone = new Map<string, Readonly<Record<string, number>>>()
  for (const source of enumSources) {
    for (const name of source.tables) {
      const code = codeTables[name]
      if (code) words.set(name, code.words)
      else {
        const table = newest.tables.get(name)
        if (!table)
          throw new Error(
            `'${name}' of ${source.parser} is neither a table of ${newest.version} nor in codeTables`,
          )
        checkKind(source, table)
        for (const word of wordsOf(table)) checkSince(source, name, word, releases)
        words.set(name, wordsOf(table))
        const lost = goneWords(name, releases)
        if (lost.length > 0) gone.set(name, Object.fromEntries(lost))
      }
    }
    checkSpokenOf(source, words)
  }
  for (const [name, list] of words) {
    const odd = list.find((word) => word === '' || word.includes(' '))
    if (odd !== undefined) throw new Error(`'${odd}' of '${name}' cannot stand in a blank-separated list`)
  }
  return { words, gone }
}

/** Every source names a parser of the newest release, and directives which that parser reads. */
export function checkSources(newest: Facts): void {
  for (const { parser, only } of enumSources) {
    const names = new Set(
      newest.rows.filter((row) => `config_parse_${row[2]}` === parser).map((row) => row[1]),
    )
    if (names.size === 0)
      throw new Error(`enum-sources.ts speaks of '${parser}', which no key of ${newest.version} uses`)
    const foreign = only?.find((name) => !names.has(name))
    if (foreign)
      throw new Error(
        `enum-sources.ts says '${parser}' reads '${foreign}=', but in ${newest.version} it does not`,
      )
  }
}

const wordsOf = ([, , ...words]: FactTable): readonly string[] => words

/** Words that a setting with booleans took before any table listed them. */
const booleans: ReadonlySet<string> = new Set(['yes', 'no', 'on', 'off'])

/** A lookup made with booleans or plain numbers takes these in every setting that uses it. */
function checkKind(source: EnumSource, [name, kind]: FactTable): void {
  if (source.form === 'structured') return
  if (kind === 'boolean' && !source.boolean)
    throw new Error(`'${name}' takes booleans, ${source.parser} should say so`)
  if (kind === 'numbers' && !source.numbers)
    throw new Error(`'${name}' takes numbers, ${source.parser} should say so`)
}

/** A word that some recorded release lacked came after that one, and no later than the first that has it. */
function checkSince(source: EnumSource, table: string, word: string, releases: readonly Release[]): void {
  if (source.boolean && booleans.has(word)) return
  const since = source.since?.[word]
  const has = releases.map((release) => release.tables.get(table)?.includes(word, 2))
  const first = has.indexOf(true)
  const tooOld = first > 0 ? releases[first - 1]!.version : undefined
  const lacked = first > 0 && has[first - 1] === false
  if (since === undefined && !lacked) return
  if (since !== undefined && tooOld !== undefined && since > tooOld && since <= releases[first]!.version)
    return
  const range =
    tooOld === undefined
      ? `${releases[first]!.version} or older`
      : `${tooOld + 1} to ${releases[first]!.version}`
  throw new Error(`'${word}' of '${table}' is of ${range}, but ${source.parser} says ${since ?? 'nothing'}`)
}

/** What a source says of words is about words it has, or stands beside a boolean. */
function checkSpokenOf(source: EnumSource, words: ReadonlyMap<string, readonly string[]>): void {
  const known = new Set(source.tables.flatMap((table) => words.get(table)!))
  if (source.boolean) for (const word of ['yes', 'no']) known.add(word)
  const spokenOf = [
    ...Object.keys(source.since ?? {}),
    ...Object.keys(source.argument ?? {}),
    ...Object.keys(source.remarks ?? {}),
    ...Object.values(source.aliases ?? {}),
    ...(source.refused ?? []),
    ...(source.managerOnly ?? []).flatMap((limit) => [
      ...limit.words,
      ...(limit.replacement ? [limit.replacement] : []),
    ]),
  ]
  const foreign = spokenOf.find((word) => !known.has(word))
  if (foreign) throw new Error(`enum-sources.ts speaks of '${foreign}', which is no word of ${source.parser}`)
}

function goneWords(table: string, releases: readonly Release[]): readonly (readonly [string, number])[] {
  const last = new Map<string, number>()
  for (const { version, tables } of releases) {
    const [, kind, ...words] = tables.get(table) ?? [table, 'words']
    for (const word of words) if (kind !== 'boolean' || !booleans.has(word)) last.set(word, version)
  }
  const newest = releases.at(-1)!.version
  return [...last].filter(([, version]) => version !== newest)
}
