import { expect, test } from 'vitest'
import { readTypedVersion } from './systemd-versions.ts'

test.each([
  ['257', '257'],
  [' 249 ', '249'],
  ['v255', '255'],
  ['257.9', '257'],
  ['258~rc1', '258'],
])('%j is version %s', (typed, version) => {
  expect(readTypedVersion(typed)).toBe(version)
})

test.each(['', 'newest', '25', '2570', '257 or so', '-257'])('%j is no version', (typed) => {
  expect(readTypedVersion(typed)).toBeUndefined()
})
