import { describe, expect, test } from 'vitest'
import { LineIndex } from './line-index.ts'

const at = (line: number, character: number) => ({ line, character })

describe('lines', () => {
  test.each([
    ['', 1],
    ['a', 1],
    ['a\n', 2],
    ['a\nb', 2],
    ['\n\n', 3],
    ['a\r\nb\r\n', 3],
    ['a\rb\r', 3],
    ['a\r\r\nb', 3],
    ['a\n\rb', 3],
    ['a\u2028b\vc', 1],
  ])('%j has %i', (text, count) => expect(new LineIndex(text).lineCount).toBe(count))
})

test('positions and offsets, with all three line breaks', () => {
  const text = 'ab\ncd\r\nef\rg'
  const index = new LineIndex(text)
  const positions = [
    [0, at(0, 0)],
    [2, at(0, 2)],
    [3, at(1, 0)],
    [5, at(1, 2)],
    [6, at(1, 3)],
    [7, at(2, 0)],
    [9, at(2, 2)],
    [10, at(3, 0)],
    [11, at(3, 1)],
  ] as const
  for (const [offset, position] of positions) {
    expect(index.position(offset)).toEqual(position)
    expect(index.offset(position)).toBe(offset)
  }
})

test('columns are UTF-16 units', () => expect(new LineIndex('é😀x').position(3)).toEqual(at(0, 3)))

test('what lies outside is clamped', () => {
  const index = new LineIndex('ab\ncd\n')
  expect(index.position(-5)).toEqual(at(0, 0))
  expect(index.position(99)).toEqual(at(2, 0))
  expect(index.offset(at(-1, 3))).toBe(0)
  expect(index.offset(at(0, -3))).toBe(0)
  expect(index.offset(at(0, 99))).toBe(3)
  expect(index.offset(at(2, 9))).toBe(6)
  expect(index.offset(at(7, 0))).toBe(6)
})

test('a range', () =>
  expect(new LineIndex('a\nbc').range({ start: 0, end: 3 })).toEqual({ start: at(0, 0), end: at(1, 1) }))

test('every offset of a text with many lines comes back', () => {
  const text = Array.from({ length: 50 }, (_, index) => 'x'.repeat(index % 7)).join('\n')
  const index = new LineIndex(text)
  for (let offset = 0; offset <= text.length; offset++) {
    expect(index.offset(index.position(offset))).toBe(offset)
  }
})
