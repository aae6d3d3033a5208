/** Reads the facts of one systemd source tree. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dumpTypes } from './dump-types.ts'
import { type FactDoc, type Facts, type FactTable, removedKey } from './facts.ts'
import { parseGperf, type TableRow } from './gperf.ts'
import { knownParsers } from './known-parsers.ts'
import { type ManEntry, manEntries } from './man-pages.ts'
import { wantedTables } from './merge-enums.ts'
import { pageOfBlock, undocumented } from './pages.ts'
import { stringTables } from './string-tables.ts'

const unitTypes = [
  'service',
  'socket',
  'device',
  'mount',
  'automount',
  'swap',
  'target',
  'path',
  'timer',
  'slice',
  'scope',
] as const

/**
 * Everything the project wants to know of the systemd source tree at `root`. Throws an error that names
 * file and culprit for anything it cannot place.
 */
export function extractFacts(root: string): Facts {
  const read = (path: string) => readFileSync(join(root, path), 'utf8')
  const gperf = 'src/core/load-fragment-gperf.gperf.in'
  const fragment = 'src/core/load-fragment.c'
  const { rows, layout } = parseGperf(read(gperf), gperf)
  checkParsers(rows)
  return {
    version: treeVersion(root),
    unitTypes: unitTypes.map((type) => [
      type,
      ...sectionsReadBy(read(`src/core/${type}.c`), `src/core/${type}.c`),
    ]),
    layout,
    rows: rows.map((row) => [row.block, row.name, row.parser, row.ltype]),
    types: dumpTypes(read(fragment), fragment),
    documented: documentedKeys(rows, (page) => manEntries(read(`man/${page}.xml`))),
    tables: readTables(root),
  }
}

/** The release a tree is: `meson.version` since 255, the project line of `meson.build` before. */
function treeVersion(root: string): number {
  const text = existsSync(join(root, 'meson.version'))
    ? readFileSync(join(root, 'meson.version'), 'utf8')
    : /version\s*:\s*'(\d+)/.exec(readFileSync(join(root, 'meson.build'), 'utf8'))?.[1]
  const version = Number.parseInt(text ?? '', 10)
  if (!Number.isInteger(version)) throw new Error(`no systemd release found in '${root}'`)
  return version
}

/** The `.sections` of a unit type's vtable: the sections the manager reads, others it warns about. */
function sectionsReadBy(source: string, file: string): readonly string[] {
  const list = /\.sections\s*=\s*((?:"\w+\\0"\s*)+),/.exec(source)?.[1]
  if (list === undefined) throw new Error(`${file}: no .sections in the vtable`)
  return [...list.matchAll(/"(\w+)\\0"/g)].map((match) => match[1]!)
}

/** A parser seen for the first time needs a grammar for its values before its keys can be judged. */
function checkParsers(rows: readonly TableRow[]): void {
  for (const { block, name, parser } of rows) {
    if (knownParsers.has(parser)) continue
    throw new Error(
      `'config_parse_${parser}' of '${block}.${name}' is a new parser; give its values a grammar, then add it to known-parsers.ts`,
    )
  }
}

/** For each key the notes of the page its block is documented on; keys nobody documented must be listed. */
function documentedKeys(
  rows: readonly TableRow[],
  entriesOf: (page: string) => readonly ManEntry[],
): readonly FactDoc[] {
  const pages = new Map<string, ReadonlyMap<string, ManEntry>>()
  const documented: FactDoc[] = []
  for (const { block, name, ltype } of rows) {
    const page = pageOfBlock[block]
    if (page === undefined)
      throw new Error(`'${block}' of '${block}.${name}' is a new section; add it to pages.ts`)
    let entries = pages.get(page)
    if (entries === undefined) {
      entries = new Map(entriesOf(page).map((entry) => [entry.name, entry]))
      pages.set(page, entries)
    }
    const entry = entries.get(name)
    if (entry) documented.push([block, name, entry.scope, entry.added ?? 0])
    else if (ltype !== removedKey && !undocumented.has(`${block}.${name}`)) {
      throw new Error(
        `'${block}.${name}' is not on the page ${page}; is it documented elsewhere, or add it to pages.ts`,
      )
    }
  }
  return documented
}

/** The folders that hold what PID 1 is made of. */
const sourceFolders = ['src/basic', 'src/shared', 'src/core']

function readTables(root: string): readonly FactTable[] {
  const wanted = wantedTables()
  const found = new Map<string, FactTable>()
  for (const folder of sourceFolders) {
    for (const name of readdirSync(join(root, folder)).sort()) {
      if (!name.endsWith('.c')) continue
      const file = `${folder}/${name}`
      for (const table of stringTables(readFileSync(join(root, file), 'utf8'), file, wanted)) {
        if (found.has(table.name)) throw new Error(`${file}: ${table.name}_table is in two files`)
        found.set(table.name, [table.name, table.kind, ...table.words])
      }
    }
  }
  return [...found.values()].sort(([a], [b]) => (a < b ? -1 : 1))
}
