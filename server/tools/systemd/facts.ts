/** What is recorded of one systemd release, and its file form: JSON with one fact a line, so diffs read well. */

import type { Scope } from './man-pages.ts'
import type { TableKind } from './string-tables.ts'

/** `[block, name, parser, ltype]`; a block is a section, or `@exec`, `@cgroup`, `@kill` for a shared group. */
export type FactRow = readonly [block: string, name: string, parser: string, ltype: string]

/** `[block, name, scope, added]`: a key documented on the page of its block, and the manual's notes. */
export type FactDoc = readonly [block: string, name: string, scope: Scope, added: number]

/** A string table of C: `[name, kind, ...words]`, the words in the order of the array. */
export type FactTable = readonly [name: string, kind: TableKind, ...words: string[]]

/** The facts of one release. */
export interface Facts {
  readonly version: number
  /** Per unit type the sections it reads. */
  readonly unitTypes: readonly (readonly [type: string, ...sections: string[]])[]
  readonly rows: readonly FactRow[]
  /** Which blocks a section is made of, in the order of the table. */
  readonly layout: readonly (readonly [section: string, ...blocks: string[]])[]
  /** What `--dump-configuration-items` calls the values of a parser; OTHER where a parser is missing here. */
  readonly types: readonly (readonly [parser: string, type: string])[]
  readonly documented: readonly FactDoc[]
  readonly tables: readonly FactTable[]
}

/** Where the facts files are, from the project's root. */
export const factsFolder = 'server/tools/systemd/facts'

/** The ltype of keys that are parsed only to warn that they are gone. */
export const removedKey = 'DISABLED_LEGACY'

/** Writes facts as JSON text, one item of each list a line, LF endings on every system. */
export function printFacts(facts: Facts): string {
  const parts = Object.entries(facts).map(([key, value]) => {
    if (!Array.isArray(value)) return `${JSON.stringify(key)}: ${JSON.stringify(value)}`
    return `${JSON.stringify(key)}: [\n${value.map((item) => JSON.stringify(item)).join(',\n')}\n]`
  })
  return `{\n${parts.join(',\n')}\n}\n`
}

/** One line of the table with its shared groups written out. */
export interface ExpandedRow {
  readonly section: string
  readonly block: string
  readonly name: string
  readonly parser: string
  readonly ltype: string
}

/** All rows, section by section as systemd walks them; rows of removed keys are among them. */
export function expandRows(facts: Facts): readonly ExpandedRow[] {
  return facts.layout.flatMap(([section, ...blocks]) =>
    blocks.flatMap((block) =>
      facts.rows
        .filter((row) => row[0] === block)
        .map(([, name, parser, ltype]) => ({ section, block, name, parser, ltype })),
    ),
  )
}

/** What `--dump-configuration-items` of this release prints, a line a key: `[Section] Key=TYPE`. */
export function dumpLines(facts: Facts): readonly string[] {
  const types = new Map(facts.types)
  return expandRows(facts)
    .filter((row) => row.ltype !== removedKey)
    .map((row) => `[${row.section}] ${row.name}=${types.get(row.parser) ?? 'OTHER'}`)
}
