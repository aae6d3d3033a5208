import { expect, test } from 'vitest'
import { guessBoolean, readBoolean } from './boolean.ts'

test.each(['1', 'yes', 'y', 'true', 't', 'on', 'YES', 'On', 'T'])('%s is true', (text) =>
  expect(readBoolean(text)).toBe(true),
)
test.each(['0', 'no', 'n', 'false', 'f', 'off', 'No', 'FALSE'])('%s is false', (text) =>
  expect(readBoolean(text)).toBe(false),
)
test.each(['', '2', '01', 'ja', ' yes', 'yes ', '"yes"', 'enabled', 'auto'])('%j is refused', (text) =>
  expect(readBoolean(text)).toBeUndefined(),
)

test('what was meant', () => {
  const meant = ['enabled', 'Disable', 'none', '"yes"', "'OFF'", '"Enabled"', 'maybe', '', 'yes # a'].map(
    guessBoolean,
  )
  expect(meant).toEqual(['yes', 'no', 'no', 'yes', 'no', 'yes', undefined, undefined, undefined])
})
