import { describe, expect, test } from 'vitest'
import { allWords, type ExtractFlags, firstWord } from './first-word.ts'

/** The words of a text, with the kind of error at its end. */
function read(text: string, flags: ExtractFlags = {}): readonly string[] {
  const { words, error } = allWords(text, flags)
  return [...words.map((word) => word.text), ...(error ? [`!${error.error}`] : [])]
}

describe('words', () => {
  test.each<[string, ExtractFlags, readonly string[]]>([
    ['', {}, []],
    ['  ', {}, []],
    [' a  b\tc ', {}, ['a', 'b', 'c']],
    ['"a b" c', {}, ['"a', 'b"', 'c']],
    ['"a b" c', { unquote: true }, ['a b', 'c']],
    ['"a b" c', { keepQuote: true }, ['"a b"', 'c']],
    [`a"b c"'d e'f`, { unquote: true }, ['ab cd ef']],
    ['""', { unquote: true }, ['']],
    ['a "b c', { unquote: true }, ['a', '!quote']],
    ['a "b c', { unquote: true, relax: true }, ['a', 'b c']],
    [`a 'b c`, { keepQuote: true }, ['a', '!quote']],
    ['a\\ b', {}, ['a b']],
    ['a\\x', {}, ['ax']],
    ['a\\', {}, ['!escape']],
    ['a\\', { relax: true }, ['a']],
    ['a\\', { unescape: true, unescapeRelax: true }, ['a\\']],
    ['"a\\', { unescape: true, unescapeRelax: true, unquote: true }, ['!escape']],
    ['a\\x2db \\', { retainEscape: true }, ['a\\x2db', '\\']],
    ['"a\\"b', { unquote: true, retainEscape: true }, ['a\\b']],
    ['a\\x41\\n\\s', { unescape: true }, ['aA\n ']],
    ['\\xc3\\xa9', { unescape: true }, ['é']],
    ['a\\q', { unescape: true }, ['!escape']],
    ['a\\q', { unescape: true, unescapeRelax: true }, ['a\\q']],
    ['a\\:b:c', { separators: ':', unescapeSeparators: true }, ['a:b', 'c']],
    ['a\\qb', { separators: ':', unescapeSeparators: true }, ['!escape']],
    ['a::b:', { separators: ':' }, ['a', 'b']],
    ['a::b:', { separators: ':', dontCoalesce: true }, ['a', '', 'b', '']],
    ['', { separators: ':', dontCoalesce: true }, ['']],
    [':', { separators: ':', dontCoalesce: true }, ['', '']],
  ])('%j with %j', (text, flags, words) => expect(read(text, flags)).toEqual(words))
})

test('where a word stands and where the next begins', () => {
  const text = ` "a b"  c `
  const word = firstWord(text, 0, { unquote: true })
  expect(word).toEqual({ text: 'a b', from: 1, to: 6, next: 8 })
  expect(firstWord(text, 8, { unquote: true })).toEqual({ text: 'c', from: 8, to: 9, next: undefined })
})

test('where an error is', () => {
  expect(firstWord('a "b', 2, { unquote: true })).toEqual({ error: 'quote', from: 2, at: 2 })
  expect(firstWord('ab\\', 0, {})).toEqual({ error: 'escape', from: 0, at: 2 })
})

test('a separator may stay with the rest', () => {
  expect(firstWord('a  b', 0, { retainSeparators: true })).toEqual({ text: 'a', from: 0, to: 1, next: 1 })
})
