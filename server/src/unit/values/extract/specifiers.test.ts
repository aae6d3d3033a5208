import { expect, test } from 'vitest'
import { findDirective } from '../../data/directives.ts'
import { specifiers } from '../../data/specifiers.ts'
import { badSpecifierProblem, expandSpecifiers, findBadSpecifier, unknownText } from './specifiers.ts'

test.each(['', '100%', 'a % b', '%%z', '%%%n', '%é', '%-', '%i', '%h'])('%j is fine', (text) =>
  expect(findBadSpecifier(text, 'full', 252)).toBeUndefined(),
)

test('what each table lacks', () => {
  expect(findBadSpecifier('a%z', 'full', 262)).toEqual({ letter: 'z', at: 1 })
  expect(findBadSpecifier('%n%h', 'name', 262)).toEqual({ letter: 'h', at: 2 })
  expect(findBadSpecifier('%1', 'full', 262)).toEqual({ letter: '1', at: 0 })
  expect(findBadSpecifier('%D', 'full', 254)).toEqual({ letter: 'D', at: 0, since: 256 })
  expect(findBadSpecifier('%D', 'full', 257)).toBeUndefined()
})

test('the tables hold what completion offers', () => {
  for (const { letter, contexts } of specifiers) {
    expect([letter, findBadSpecifier(`%${letter}`, 'full', 262)]).toEqual([letter, undefined])
    if (!contexts.includes('dependency names')) continue
    expect([letter, findBadSpecifier(`%${letter}`, 'name', 262)]).toEqual([letter, undefined])
  }
})

test('what a text is once expanded', () => {
  expect(expandSpecifiers('a')).toBe('a')
  expect(expandSpecifiers('%%n-%n-%-%')).toBe(`%n-${unknownText}-%-%`)
})

test('messages', () => {
  const message = (text: string, table: 'full' | 'name', version = 262) => {
    const place = { directive: findDirective('Unit', 'After')!, version, manager: 'system' as const }
    return badSpecifierProblem(findBadSpecifier(text, table, version)!, place, table).message
  }
  expect(message('%z', 'name')).toBe("'%z' in 'After=' is no specifier; a percent sign is written '%%'")
  expect(message('%h', 'name')).toBe("the specifier '%h' can't stand in the name of a unit")
  expect(message('%D', 'full', 254)).toBe("the specifier '%D' needs systemd 256; systemd 254 refuses it")
})
