import { describe, expect, test } from 'vitest'
import { applyEdits, editsConflict, type TextEdit } from './edit.ts'

const edit = (start: number, end: number, newText = ''): TextEdit => ({ span: { start, end }, newText })

describe('applying', () => {
  test('nothing', () => expect(applyEdits('abc', [])).toBe('abc'))

  test('in whatever order they come', () => {
    const edits = [edit(4, 5, 'E'), edit(0, 1, 'A'), edit(2, 3)]
    expect(applyEdits('abcde', edits)).toBe('AbdE')
    expect(applyEdits('abcde', [...edits].reverse())).toBe('AbdE')
  })

  test('insertions, at the ends too', () =>
    expect(applyEdits('bd', [edit(2, 2, 'e'), edit(0, 0, 'a'), edit(1, 1, 'c')])).toBe('abcde'))

  test('several insertions at one place, in their order', () =>
    expect(applyEdits('ad', [edit(1, 1, 'b'), edit(1, 1, 'c')])).toBe('abcd'))

  test('an insertion comes before what replaces the text behind it', () =>
    expect(applyEdits('abc', [edit(1, 2, 'X'), edit(1, 1, '-')])).toBe('a-Xc'))

  test('the edits given stay as they are', () => {
    const edits = [edit(1, 2), edit(0, 1)]
    applyEdits('ab', edits)
    expect(edits).toEqual([edit(1, 2), edit(0, 1)])
  })

  test('overlapping ones are refused', () =>
    expect(() => applyEdits('abcd', [edit(0, 2), edit(1, 3)])).toThrow('overlapping edits at offset 1'))
})

describe('conflicts', () => {
  test.each([
    ['apart', edit(0, 1), edit(2, 3), false],
    ['neighbours', edit(0, 2), edit(2, 3), false],
    ['overlapping', edit(0, 2), edit(1, 3), true],
    ['one in the other', edit(0, 9), edit(3, 4), true],
    ['the same', edit(1, 2), edit(1, 2), true],
    ['insertions at one place', edit(1, 1), edit(1, 1), true],
    ['insertions at two places', edit(1, 1), edit(2, 2), false],
    ['an insertion at an edge', edit(2, 2), edit(2, 4), true],
    ['an insertion at the other edge', edit(4, 4), edit(2, 4), true],
    ['an insertion inside', edit(3, 3), edit(2, 4), true],
    ['an insertion beside', edit(5, 5), edit(2, 4), false],
  ])('%s', (_what, a, b, conflict) => {
    expect(editsConflict([a], [b])).toBe(conflict)
    expect(editsConflict([b], [a])).toBe(conflict)
  })

  test('one of many is enough', () => {
    expect(editsConflict([edit(0, 1), edit(5, 6)], [edit(2, 3), edit(5, 7)])).toBe(true)
    expect(editsConflict([edit(0, 1)], [])).toBe(false)
  })
})
