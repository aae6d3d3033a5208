import { expect, test } from 'vitest'
import { readTypedMonitVersion } from './monit-versions.ts'

test.each([
  ['5.33.0', '5.33.0'],
  [' 6.0 ', '6.0'],
  ['v5.25.3', '5.25.3'],
])('%j is version %s', (typed, version) => {
  expect(readTypedMonitVersion(typed)).toBe(version)
})

test.each(['', 'newest', '5', '5.33.0.1', '5.33 or so', '-5.33', '533'])('%j is no version', (typed) => {
  expect(readTypedMonitVersion(typed)).toBeUndefined()
})
