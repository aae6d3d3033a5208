import { describe, expect, test } from 'vitest'
import { directivesOf, oldestVersion } from '../directives.ts'
import { enumPhrases } from '../enum-phrases.ts'
import { allValues, enumSet } from '../enums.ts'
import { allSections } from '../section-names.ts'
import { sectionDocs } from '../sections.ts'
import { valueLabels } from '../value-labels.ts'
import { conditionDocs } from './conditions.ts'
import { execDocs } from './exec.ts'
import { directiveDoc, directiveDocs } from './index.ts'
import { mountDocs } from './mount.ts'
import { resourceControlDocs } from './resource-control.ts'
import { sandboxDocs } from './sandbox.ts'
import { serviceDocs } from './service.ts'
import { socketDocs } from './socket.ts'
import { timerPathSliceDocs } from './timer-path-slice.ts'
import { unitDocs } from './unit.ts'

// Read by at least one version on record; what none reads needs no words.
const living = allSections
  .flatMap((section) => directivesOf(section))
  .filter(({ removedIn }) => removedIn === undefined || removedIn > oldestVersion)

describe('documentation', () => {
  test('covers all living directives', () => {
    const names = new Set(living.map(({ name }) => name))
    expect(names.size).toBe(526)
    expect(living.filter(({ section, name }) => !directiveDoc(section, name)?.summary)).toEqual([])
  })

  test('is about directives that exist', () => {
    const known = new Set(
      allSections.flatMap((section) =>
        directivesOf(section).flatMap(({ name }) => [name, `${section}.${name}`]),
      ),
    )
    expect(Object.keys(directiveDocs).filter((key) => !known.has(key))).toEqual([])
  })

  test('stands in one place each', () => {
    const parts = [
      unitDocs,
      conditionDocs,
      serviceDocs,
      socketDocs,
      mountDocs,
      timerPathSliceDocs,
      execDocs,
      sandboxDocs,
      resourceControlDocs,
    ]
    const keys = parts.flatMap((part) => Object.keys(part))
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  test.each(Object.entries(directiveDocs))('of %s is one to three sentences', (_, { summary }) => {
    const prose = summary.replace(/`[^`]*`/g, 'x').replace(/\b(?:e\.g|i\.e|etc)\./g, 'x')
    expect(prose.split(/[.!?](?:\s|$)/).filter((part) => part.trim() !== '').length).toBeLessThanOrEqual(3)
    expect(summary).toMatch(/[.!?`)]$/)
    expect(summary.length).toBeGreaterThan(30)
  })

  test('has a section text for each section with directives', () => {
    const sections = new Set(living.map(({ section }) => section))
    expect([...sections].filter((section) => !sectionDocs[section])).toEqual([])
  })
})

describe('values', () => {
  test('of every parser are named: by a label, or word by word', () => {
    const unnamed = living.filter(({ parser, name }) => !valueLabels[parser] && !enumSet(parser, name))
    expect(unnamed.map(({ section, name, parser }) => `${section}.${name}: ${parser}`)).toEqual([])
    const once = living.flatMap(({ parserHistory = [], parser, name }) =>
      parserHistory
        .filter(([, old]) => !valueLabels[old] && !enumSet(parser, name))
        .map(([version, old]) => `${name} in ${version}: ${old}`),
    )
    expect(once).toEqual([])
  })

  test('from closed sets have a phrase each, as far as they live', () => {
    const missing = living.flatMap(({ parser, name }) => {
      const set = enumSet(parser, name)
      return set
        ? allValues(set)
            .filter((value) => value.until === undefined && !enumPhrases[value.table]?.[value.name])
            .map((value) => `${value.table}.${value.name}`)
        : []
    })
    expect([...new Set(missing)]).toEqual([])
  })

  test('have no label that no parser needs', () => {
    const parsers = new Set(
      allSections.flatMap((section) =>
        directivesOf(section).flatMap(({ parser, parserHistory = [] }) => [
          parser,
          ...parserHistory.map(([, old]) => old),
        ]),
      ),
    )
    const names = new Set(living.map(({ parser, name }) => `${parser}.${name}`))
    const unused = (key: string) => (!key.includes('.') ? !parsers.has(key) : !names.has(key))
    expect(Object.keys(valueLabels).filter(unused)).toEqual([])
  })
})
