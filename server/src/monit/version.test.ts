import { expect, test } from 'vitest'
import { compareVersions, hasReached } from './version.ts'

test.each([
  ['5.9', '5.33.0', -1],
  ['5.33', '5.33.0', 0],
  ['6.0', '5.34.3', 1],
  ['5.34.4', '5.34.3', 1],
])('%s against %s', (a, b, sign) => expect(Math.sign(compareVersions(a, b))).toBe(sign))

test('a version has reached itself', () => {
  expect(hasReached('5.28.0', '5.28')).toBe(true)
  expect(hasReached('5.27.2', '5.28')).toBe(false)
})
