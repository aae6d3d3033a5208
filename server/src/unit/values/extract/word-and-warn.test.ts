import { expect, test } from 'vitest'
import { firstWord, firstWordAndWarn } from './first-word.ts'
import { isAbsoluteStart, leastBytes, unknownText } from './specifiers.ts'

const flags = { unquote: true, unescape: true }

test('an unknown escape is warned of, and stays', () => {
  expect(firstWordAndWarn('a\\db c', 0, flags)).toEqual({
    word: { text: 'a\\db', from: 0, to: 4, next: 5 },
    warning: { error: 'escape', from: 0, at: 1 },
  })
  expect(firstWordAndWarn('a c', 0, flags)).toEqual({ word: { text: 'a', from: 0, to: 1, next: 2 } })
  expect(firstWordAndWarn('', 0, flags)).toBeUndefined()
})

test('an open quote is an error, even behind an unknown escape', () => {
  expect(firstWordAndWarn('\\d "a', 3, flags)).toEqual({ error: 'quote', from: 3, at: 3 })
  expect(firstWordAndWarn('\\d"a', 0, flags)).toEqual({ error: 'quote', from: 0, at: 2 })
})

test('half a surrogate pair, where it is asked for', () => {
  expect(firstWord('\\ud83d', 0, { ...flags, surrogates: true })).toMatchObject({ text: '\udcff', to: 6 })
  expect(firstWord('\\u0041', 0, { ...flags, surrogates: true })).toMatchObject({ text: 'A' })
  expect(firstWord('\\ud83d', 0, flags)).toEqual({ error: 'escape', from: 0, at: 0 })
})

test('what begins with a slash', () => {
  expect(['/a', '%h/a', '%t'].map(isAbsoluteStart)).toEqual([true, true, true])
  expect(['a', '', '%n/a', '%%/a', '%-'].map(isAbsoluteStart)).toEqual([false, false, false, false, false])
  expect(['%i', '%I/a'].map(isAbsoluteStart)).toEqual([undefined, undefined])
})

test('bytes', () => expect(leastBytes(`aé${unknownText}😀`)).toBe(7))
