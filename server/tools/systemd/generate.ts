/** Makes the tables under `server/src/unit/data` from the recorded facts of all releases and the kept history. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DirectiveRow } from '../../src/unit/data/directive-row.ts'
import { enumSources } from './enum-sources.ts'
import { type Facts, factsFolder } from './facts.ts'
import { mergeDirectives } from './merge.ts'
import { checkSources, mergeTables } from './merge-enums.ts'
import { pageOfBlock } from './pages.ts'

const header = '// Made by `npm run generate` from server/tools/systemd; edits here are lost.\n'

/**
 * The generated files by path from the project's root. The text depends on the facts alone: the same bytes
 * on every system and day. `root` is the project's folder.
 */
export function generateUnitData(root = '.'): Map<string, string> {
  const releases = readAllFacts(join(root, factsFolder))
  const folder = 'server/src/unit/data'
  return new Map([
    [`${folder}/directives.generated.ts`, printDirectives(releases)],
    [`${folder}/enums.generated.ts`, printEnums(releases)],
  ])
}

/** The recorded releases, oldest first. */
export function readAllFacts(folder: string): readonly Facts[] {
  return readdirSync(folder)
    .filter((name) => /^v\d+\.json$/.test(name))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Facts)
    .sort((a, b) => a.version - b.version)
}

function printDirectives(releases: readonly Facts[]): string {
  const newest = releases.at(-1)!
  const lines = [
    header,
    "import type { Block } from './directive-row.ts'",
    '',
    `export const versions = [${releases.map((facts) => facts.version).join(', ')}] as const`,
    '',
    'export const unitTypes = {',
    ...newest.unitTypes.map(([type, ...sections]) => `  ${type}: ${list(sections)},`),
    '} as const',
    '',
    '/** Which blocks a section is made of, in upstream order. */',
    'export const layout: Readonly<Record<string, readonly string[]>> = {',
    ...newest.layout.map(([section, ...blocks]) => `  ${section}: ${list(blocks.map(printName))},`),
    '}',
    '',
    'export const blocks: Readonly<Record<string, Block>> = {',
  ]
  for (const [block, rows] of mergeDirectives(releases)) {
    lines.push(`  ${printName(block)}: {`, `    page: ${quote(pageOfBlock[block]!)},`, '    rows: () => [')
    lines.push(...rows.map((row) => `      ${printRow(row)},`), '    ],', '  },')
  }
  lines.push('}', '')
  return lines.join('\n')
}

function printEnums(releases: readonly Facts[]): string {
  checkSources(releases.at(-1)!)
  const { words, gone } = mergeTables(releases)
  const sets = new Map<string, string[]>()
  for (const { parser, ...set } of enumSources) {
    const name = parser.replace(/^config_parse_/, '')
    sets.set(name, [...(sets.get(name) ?? []), printValue(set)])
  }
  return [
    header,
    "import type { EnumSet } from './enum-set.ts'",
    '',
    '/** What is known of the words of each parser. */',
    'export const enumSets: Readonly<Record<string, readonly EnumSet[]>> = {',
    ...[...sets].flatMap(([name, list]) => [`  ${name}: [`, ...list.map((set) => `    ${set},`), '  ],']),
    '}',
    '',
    '/** The words of each table, blank-separated, in upstream order. */',
    'export const tableWords: Readonly<Record<string, string>> = {',
    ...[...words].map(([name, list]) => `  ${name}: ${quote(list.join(' '))},`),
    '}',
    '',
    '/** Words that older releases had: the last release on record that did. */',
    'export const goneWords: Readonly<Record<string, Readonly<Record<string, number>>>> = {',
    ...[...gone].map(([name, versions]) => `  ${name}: ${printValue(versions)},`),
    '}',
    '',
  ].join('\n')
}

/** `@exec` in the facts is `exec` in the table: there, no section has a lower-case name. */
const printName = (block: string): string => block.replace('@', '')

const quote = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`

const printKey = (key: string): string => (/^[A-Za-z_]\w*$/.test(key) ? key : quote(key))

const list = (items: readonly string[]): string => `[${items.map(quote).join(', ')}]`

function printRow([name, parser, ltype, since, notes]: DirectiveRow): string {
  const fields = [quote(name), quote(parser), quote(ltype), String(since)]
  return `[${[...fields, ...(notes ? [printValue(notes)] : [])].join(', ')}]`
}

function printValue(value: unknown): string {
  if (typeof value === 'string') return quote(value)
  if (Array.isArray(value)) return `[${value.map(printValue).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  return `{ ${Object.entries(value)
    .map(([key, item]) => `${printKey(key)}: ${printValue(item)}`)
    .join(', ')} }`
}
