import { expect, test } from 'vitest'
import { findDirective } from './directives.ts'
import { enumPhrases } from './enum-phrases.ts'
import { enumSets, goneWords, tableWords } from './enums.generated.ts'
import { allValues, enumSet, enumValues } from './enums.ts'

const names = (parser: string, version: number, directive?: string) =>
  enumValues(parser, version, directive).map(({ name }) => name)

test('the words of a parser stand in upstream order', () => {
  expect(names('kill_mode', 262)).toEqual(['control-group', 'process', 'mixed', 'none'])
})

test('words come with the version', () => {
  expect(names('service_type', 252)).not.toContain('notify-reload')
  expect(names('service_type', 253)).toContain('notify-reload')
  expect(enumValues('service_type', 262).find(({ name }) => name === 'notify-reload')).toEqual({
    name: 'notify-reload',
    table: 'service_type',
    since: 253,
  })
  expect(enumValues('service_type', 262).find(({ name }) => name === 'simple')).toEqual({
    name: 'simple',
    table: 'service_type',
  })
})

test('words that went are kept for older versions', () => {
  expect(names('root_image_options', 252)).toContain('root-secondary')
  expect(names('root_image_options', 262)).not.toContain('root-secondary')
  expect(allValues(enumSet('root_image_options')!)).toContainEqual({
    name: 'root-secondary',
    table: 'partition_designator',
    until: 252,
  })
})

test('several tables make one list, each word once and none that the parser refuses', () => {
  const delegate = names('delegate', 262)
  expect(delegate).toEqual(expect.arrayContaining(['cpu', 'memory', 'yes', 'no']))
  expect(new Set(delegate).size).toBe(delegate.length)
  expect(names('namespace_flags', 262, 'RestrictNamespaces')).toContain('user')
  expect(names('namespace_flags', 262, 'DelegateNamespaces')).not.toContain('user')
})

test('a parser with several kinds of value asks for the directive', () => {
  expect(names('unit_condition_string', 262, 'AssertUser')).toEqual(['@system'])
  expect(names('unit_condition_string', 262, 'ConditionHost')).toEqual([])
  expect(names('unit_condition_string', 262)).toEqual([])
})

test('a parser without tables has no words', () => {
  for (const parser of ['bool', 'unit_deps', 'none', 'nonsense', 'constructor', '']) {
    expect(enumSet(parser), parser).toBeUndefined()
    expect(enumValues(parser, 262)).toEqual([])
  }
})

test('the list is made once a version', () => {
  expect(enumValues('kill_mode', 257)).toBe(enumValues('kill_mode', 257))
})

test('what a set says beside its words comes along', () => {
  expect(enumSet('exec_output')).toMatchObject({ form: 'prefix', aliases: { syslog: 'journal' } })
  expect(enumSet('protect_system')).toMatchObject({ form: 'word', boolean: true })
})

test('directives are named as the table of directives names them', () => {
  for (const [parser, sets] of Object.entries(enumSets)) {
    for (const name of sets.flatMap(({ only }) => only ?? [])) {
      const directive = findDirective('Unit', name) ?? findDirective('Service', name)
      const other = directive ?? findDirective('Socket', name) ?? findDirective('Timer', name)
      expect(other?.parser, name).toBe(parser)
    }
  }
})

test('every word has a phrase, and every phrase a word', () => {
  const sets = Object.values(enumSets).flat()
  for (const [table, words] of Object.entries(tableWords)) {
    const phrases = Object.keys(enumPhrases[table] ?? {})
    const listed = words.split(' ')
    expect(phrases, table).toEqual(expect.arrayContaining(listed))
    const aliases = sets
      .filter(({ tables }) => tables.includes(table))
      .flatMap((set) => Object.keys(set.aliases ?? {}))
    expect([...listed, ...aliases], table).toEqual(expect.arrayContaining(phrases))
  }
  expect(Object.keys(enumPhrases).sort()).toEqual(Object.keys(tableWords).sort())
  expect(Object.keys(tableWords)).toEqual(expect.arrayContaining(Object.keys(goneWords)))
})
