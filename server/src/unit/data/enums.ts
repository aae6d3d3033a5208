/** The words that systemd's parsers look up in tables: which, since when, and in which form they stand in a value. */

import type { EnumSet } from './enum-set.ts'
import { enumSets, goneWords, tableWords } from './enums.generated.ts'

export type { EnumSet, ManagerLimit } from './enum-set.ts'

/** A word that a parser accepts. */
export interface EnumValue {
  readonly name: string
  /** The table it is from, under which its phrase is kept too. */
  readonly table: string
  /** The first version that accepts it; absent: all known ones that have the directive. */
  readonly since?: number
  /** The last version on record that accepts it; absent: it still does. */
  readonly until?: number
}

const noValues: readonly EnumValue[] = []
const valuesOfSet = new Map<EnumSet, readonly EnumValue[]>()
const valuesByVersion = new Map<number, Map<EnumSet, readonly EnumValue[]>>()

/**
 * What is known of the words of a parser, named as in `Directive.parser`, the newest one. Some parsers read other
 * words for other directives; these know no set without the directive's name.
 */
export function enumSet(parser: string, directive?: string): EnumSet | undefined {
  if (!Object.hasOwn(enumSets, parser)) return undefined
  return enumSets[parser]!.find(({ only }) => only === undefined || (directive && only.includes(directive)))
}

/** The words that `parser` accepts in `version`, in upstream order; none where it reads no words from tables. */
export function enumValues(parser: string, version: number, directive?: string): readonly EnumValue[] {
  const set = enumSet(parser, directive)
  if (set === undefined) return noValues
  let bySet = valuesByVersion.get(version)
  if (bySet === undefined) {
    bySet = new Map()
    valuesByVersion.set(version, bySet)
  }
  let values = bySet.get(set)
  if (values === undefined) {
    values = allValues(set).filter(
      ({ since = 0, until = Number.POSITIVE_INFINITY }) => since <= version && version <= until,
    )
    bySet.set(set, values)
  }
  return values
}

/** Every word that any version on record accepts, so that a word of another version can be told from nonsense. */
export function allValues(set: EnumSet): readonly EnumValue[] {
  let values = valuesOfSet.get(set)
  if (values === undefined) {
    const byName = new Map<string, EnumValue>()
    for (const table of set.tables) {
      for (const name of tableWords[table]!.split(' ')) {
        if (byName.has(name) || set.refused?.includes(name)) continue
        byName.set(name, { name, table, since: set.since?.[name] })
      }
      for (const [name, until] of Object.entries(goneWords[table] ?? {})) {
        if (!byName.has(name)) byName.set(name, { name, table, until })
      }
    }
    values = [...byName.values()]
    valuesOfSet.set(set, values)
  }
  return values
}
