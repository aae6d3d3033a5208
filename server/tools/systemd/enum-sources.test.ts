import { expect, test } from 'vitest'
import { enumPhrases } from '../../src/unit/data/enum-phrases.ts'
import { codeTables, type EnumSource, enumSources } from './enum-sources.ts'

const wordsOf = (source: EnumSource) =>
  new Set(source.tables.flatMap((table) => Object.keys(enumPhrases[table] ?? {})))

const strangers = (pick: (source: EnumSource) => readonly string[]) =>
  enumSources.flatMap((source) => {
    const words = wordsOf(source)
    return pick(source)
      .filter((word) => !words.has(word))
      .map((word) => `${source.parser}: ${word}`)
  })

test('every table has phrases, and every phrase belongs to a table', () => {
  const tables = new Set(enumSources.flatMap((source) => source.tables))
  expect([...tables].filter((table) => enumPhrases[table] === undefined)).toEqual([])
  expect(Object.keys(enumPhrases).filter((table) => !tables.has(table))).toEqual([])
})

test('a table in code has a phrase for each of its words and for no other', () => {
  for (const [table, { words }] of Object.entries(codeTables)) {
    expect(Object.keys(enumPhrases[table] ?? {}).sort(), table).toEqual([...words].sort())
  }
})

test('what is said about single words is said about words of the tables', () => {
  expect(strangers((source) => Object.keys(source.since ?? {}))).toEqual([])
  expect(strangers((source) => Object.values(source.aliases ?? {}))).toEqual([])
  expect(strangers((source) => Object.keys(source.remarks ?? {}))).toEqual([])
  expect(strangers((source) => Object.keys(source.argument ?? {}))).toEqual([])
  expect(strangers((source) => source.refused ?? [])).toEqual([])
  expect(strangers((source) => (source.managerOnly ?? []).flatMap((limit) => limit.words))).toEqual([])
})

test('a parser that takes a boolean says what yes and no stand for', () => {
  const silent = enumSources
    .filter((source) => source.boolean)
    .filter((source) => {
      const known = new Set([...wordsOf(source), ...Object.keys(source.aliases ?? {})])
      return !known.has('yes') || !(known.has('no') || known.has('off'))
    })
  expect(silent.map((source) => source.parser)).toEqual([])
})

test('rows of one parser divide its directives among them', () => {
  const rows = new Map<string, EnumSource[]>()
  for (const source of enumSources) rows.set(source.parser, [...(rows.get(source.parser) ?? []), source])
  for (const [parser, sources] of rows) {
    const names = sources.flatMap((source) => source.only ?? [])
    if (sources.length > 1)
      expect(
        sources.every((source) => source.only !== undefined),
        parser,
      ).toBe(true)
    expect(new Set(names).size, parser).toBe(names.length)
  }
})

test('versions lie between the oldest and the newest that is known', () => {
  const versions = enumSources.flatMap((source) => Object.values(source.since ?? {}))
  expect(versions.filter((version) => version <= 252 || version > 262)).toEqual([])
})

test('the limits of a manager follow each other without a gap or an overlap', () => {
  for (const { managerOnly, parser } of enumSources) {
    const spans = new Map<string, { from: number; until: number }[]>()
    for (const limit of managerOnly ?? []) {
      for (const word of limit.words) {
        const span = { from: limit.from ?? 0, until: limit.until ?? Number.POSITIVE_INFINITY }
        spans.set(word, [...(spans.get(word) ?? []), span])
      }
    }
    for (const [word, ordered] of spans) {
      for (const [at, span] of ordered.entries()) {
        const before = ordered[at - 1]
        if (before) expect(span.from, `${parser} ${word}`).toBe(before.until + 1)
      }
    }
  }
})
