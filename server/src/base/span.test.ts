import { expect, test } from 'vitest'
import { touches } from './span.ts'

test('a cursor at either edge belongs to a word', () => {
  const touched = [1, 2, 3, 4, 5].filter((offset) => touches({ start: 2, end: 4 }, offset))
  expect(touched).toEqual([2, 3, 4])
  expect(touches({ start: 3, end: 3 }, 3)).toBe(true)
})
