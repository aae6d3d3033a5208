import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Facts, factsFolder, printFacts, removedKey } from './facts.ts'
import { generateUnitData, readAllFacts } from './generate.ts'
import { mergeDirectives } from './merge.ts'
import { checkSources, mergeTables } from './merge-enums.ts'

const releases = readAllFacts(factsFolder)
const newest = releases.at(-1)!

/** The recorded releases with the newest one changed. */
const withNewest = (change: Partial<Facts>): readonly Facts[] => [
  ...releases.slice(0, -1),
  { ...newest, ...change },
]

const without = (block: string, name: string) =>
  newest.rows.filter((row) => row[0] !== block || row[1] !== name)

test('the committed facts make the committed tables, byte for byte', () => {
  const generated = generateUnitData()
  expect([...generated.keys()]).toEqual([
    'server/src/unit/data/directives.generated.ts',
    'server/src/unit/data/enums.generated.ts',
  ])
  for (const [path, text] of generated) {
    expect(readFileSync(path, 'utf8') === text, `${path} is out of date; run npm run generate`).toBe(true)
    expect(text).not.toContain('\r')
  }
})

test('facts are printed as they were read', () => {
  for (const facts of releases) {
    expect(
      printFacts(facts) === readFileSync(`${factsFolder}/v${facts.version}.json`, 'utf8'),
      `v${facts.version}`,
    ).toBe(true)
  }
})

test('releases come oldest first', () => {
  const versions = releases.map(({ version }) => version)
  expect(versions).toEqual([...versions].sort((a, b) => a - b))
  expect(versions[0]).toBe(252)
})

test('rows keep the order of the newest release', () => {
  const merged = [...mergeDirectives(releases)].flatMap(([block, rows]) =>
    rows.map(([name]) => `${block}.${name}`),
  )
  expect(merged).toEqual(newest.rows.map(([block, name]) => `${block}.${name}`))
})

test('a new key needs its first version', () => {
  const rows = [...newest.rows, ['Service', 'MoonPhase', 'bool', '0'] as const]
  const documented = [...newest.documented, ['Service', 'MoonPhase', 'any', 262] as const]
  expect(() => mergeDirectives(withNewest({ rows, documented }))).toThrow(
    "history.ts says 'Service.MoonPhase' is of 208, but 252 does not have it; the manual speaks of 262",
  )
})

test('a key is not said to be younger than the manual has it', () => {
  const documented = newest.documented.map((doc) =>
    doc[1] === 'RestartMode' ? ([doc[0], doc[1], doc[2], 251] as const) : doc,
  )
  expect(() => mergeDirectives(withNewest({ documented }))).toThrow(
    "history.ts says 'Service.RestartMode' is of 254, but the manual says 251",
  )
})

test('a key that is gone needs a word of what became of it', () => {
  expect(() => mergeDirectives(withNewest({ rows: without('Service', 'Sockets') }))).toThrow(
    "'Service.Sockets' of 252 is not in",
  )
  const rows = newest.rows.map((row) =>
    row[1] === 'Sockets' ? ([row[0], row[1], 'warn_compat', removedKey] as const) : row,
  )
  expect(() => mergeDirectives(withNewest({ rows }))).toThrow(
    "history.ts says 'Service.Sockets' is not removed",
  )
})

test('the history speaks of known keys only', () => {
  const first = releases.map((facts) => ({
    ...facts,
    rows: facts.rows.filter((row) => row[1] !== 'ExecCondition'),
  }))
  expect(() => mergeDirectives(first)).toThrow("history.ts speaks of 'Service.ExecCondition'")
})

test('a new word needs its first version', () => {
  const tables = newest.tables.map((table) =>
    table[0] === 'kill_mode' ? ([...table, 'moon'] as const) : table,
  )
  expect(() => mergeTables(withNewest({ tables }))).toThrow(
    /'moon' of 'kill_mode' is of \d+ to \d+, but config_parse_kill_mode says nothing/,
  )
})

test('a lookup that began to take booleans is noticed', () => {
  const tables = newest.tables.map(([name, kind, ...words]) =>
    name === 'kill_mode' ? ([name, 'boolean', ...words] as const) : ([name, kind, ...words] as const),
  )
  expect(() => mergeTables(withNewest({ tables }))).toThrow("'kill_mode' takes booleans")
})

test('a table that is gone is named', () => {
  const tables = newest.tables.filter(([name]) => name !== 'kill_mode')
  expect(() => mergeTables(withNewest({ tables }))).toThrow(
    "'kill_mode' of config_parse_kill_mode is neither",
  )
})

test('a parser that lost its keys is named', () => {
  expect(() => checkSources({ ...newest, rows: without('@kill', 'KillMode') })).toThrow(
    "enum-sources.ts speaks of 'config_parse_kill_mode', which no key",
  )
  expect(() => checkSources({ ...newest, rows: without('Unit', 'AssertUser') })).toThrow(
    "reads 'AssertUser='",
  )
})

test('nothing comes of no facts', () => {
  expect(() => mergeDirectives([])).toThrow('no facts to generate from')
})
