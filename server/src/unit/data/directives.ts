/**
 * The directives of unit files: which section has which, since when, and which of systemd's functions reads
 * the value. Reads the generated table; a section is unpacked when it is first asked for.
 */

import type { DirectiveRow } from './directive-row.ts'
import { blocks, layout, unitTypes, versions } from './directives.generated.ts'

/** The kinds of unit that have files. */
export type UnitType = keyof typeof unitTypes

/** How a directive that has a better name today is written. */
export interface Legacy {
  readonly section: string
  readonly name: string
  /** The value that says what `yes` said under the old name. */
  readonly value?: string
  /** Whether the old value can be carried over as it is. Without this and without `value` a person must decide. */
  readonly sameValue: boolean
}

/** One directive of one section. */
export interface Directive {
  readonly section: string
  readonly name: string
  /** systemd's function without its `config_parse_` prefix, as of the newest version; `none` in [Install]. */
  readonly parser: string
  /** What the table hands that function besides the value: `UNIT_WANTS`, `RLIMIT_NOFILE`, `0`. */
  readonly ltype: string
  /** The first version that knows it; 208 stands for 208 or older. */
  readonly since: number
  /** The first version that ignores it with a warning. */
  readonly removedIn?: number
  /** The manual page without its section number, `systemd.exec`; absent where the newest manual is silent. */
  readonly page?: string
  /** The shared group it belongs to. */
  readonly group?: 'exec' | 'cgroup' | 'kill'
  /** Whether a user manager honours it, says the newest manual; `userns` asks for PrivateUsers=, at times implied. */
  readonly scope: 'any' | 'system-only' | 'system-or-userns'
  /** How to write it today; absent for current names. */
  readonly legacy?: Legacy
  /** Where the parser changed since the oldest version on record, oldest first, the first entry being that version's. */
  readonly parserHistory?: readonly (readonly [sinceVersion: number, parser: string])[]
}

/** The oldest and the newest systemd on record. */
export const oldestVersion: number = versions[0]
export const newestVersion: number = versions[versions.length - 1]!

/** Since then a user manager sets up the user namespace by itself that most sandboxing needs there. */
export const userNamespaceImpliedSince = 254

/** The sections each unit type reads; systemd warns about any other. */
export const sectionsOf: Readonly<Record<UnitType, readonly string[]>> = unitTypes

const groups = { exec: 'exec', cgroup: 'cgroup', kill: 'kill' } as const

function toDirective(section: string, block: string, row: DirectiveRow): Directive {
  const [name, parser, ltype, since, notes] = row
  const group = groups[block as keyof typeof groups]
  const page = notes?.undocumented ? undefined : blocks[block]!.page
  const { scope = 'any', removedIn, legacy, parsers } = notes ?? {}
  return {
    section,
    name,
    parser,
    ltype,
    since,
    removedIn,
    page,
    group,
    scope,
    legacy: legacy && { section, ...legacy },
    parserHistory: parsers,
  }
}

const tables = new Map<string, ReadonlyMap<string, Directive>>()
const foldedTables = new Map<string, ReadonlyMap<string, Directive>>()
const noDirectives: ReadonlyMap<string, Directive> = new Map()

function unpack(section: string): ReadonlyMap<string, Directive> {
  if (!Object.hasOwn(layout, section)) return noDirectives
  const table = new Map<string, Directive>()
  for (const block of layout[section]!) {
    for (const row of blocks[block]!.rows()) table.set(row[0], toDirective(section, block, row))
  }
  tables.set(section, table)
  return table
}

/** The directives of `[section]` by name; see `findDirective`. */
export function directiveTable(section: string): ReadonlyMap<string, Directive> {
  return tables.get(section) ?? unpack(section)
}

/** The directive `name` of `[section]`, letter case and all; also those that are removed or only known to newer systemds. */
export function findDirective(section: string, name: string): Directive | undefined {
  return directiveTable(section).get(name)
}

/** Like `findDirective`, but in whatever letter case `name` comes; systemd itself takes only the exact one. */
export function findFoldedDirective(section: string, name: string): Directive | undefined {
  let folded = foldedTables.get(section)
  if (folded === undefined) {
    folded = new Map(directivesOf(section).map((directive) => [directive.name.toLowerCase(), directive]))
    if (folded.size > 0) foldedTables.set(section, folded)
  }
  return folded.get(name.toLowerCase())
}

/** All directives of `[section]` in upstream order, old spellings and removed ones included. */
export function directivesOf(section: string): readonly Directive[] {
  return [...directiveTable(section).values()]
}

/** The sections that have a directive of this exact name, in upstream order. */
export function sectionsWith(name: string): readonly string[] {
  return Object.keys(layout).filter((section) => findDirective(section, name) !== undefined)
}

/** The function that reads the directive's value in `version`, without its `config_parse_` prefix. */
export function parserAt(directive: Directive, version: number): string {
  const history = directive.parserHistory
  if (history === undefined) return directive.parser
  let parser = history[0]![1]
  for (const [since, later] of history) if (since <= version) parser = later
  return parser
}

/** What `version` does with the directive: reads it, ignores it as removed, or does not know it yet. */
export function statusAt(directive: Directive, version: number): 'known' | 'unknown' | 'removed' {
  if (version < directive.since) return 'unknown'
  return directive.removedIn !== undefined && version >= directive.removedIn ? 'removed' : 'known'
}
