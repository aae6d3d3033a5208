import { expect, test } from 'vitest'
import { durationText, permissionText, rateText } from './amounts.ts'

test.each([
  [1, '1 second'],
  [0.5, '0.5 seconds'],
  [60, '1 minute'],
  [90, '1 minute 30 seconds'],
  [3_661, '1 hour 1 minute'],
  [86_400, '1 day'],
  [2_678_400, '31 days'],
])('%d seconds are %s', (seconds, words) => expect(durationText(seconds)).toBe(words))

test('rates', () => {
  expect(rateText(1, 1, 30)).toBe('in one cycle')
  expect(rateText(2, 2, undefined)).toBe('in 2 cycles in a row')
  expect(rateText(3, 5, 60)).toBe('in 3 of the last 5 cycles; with `set daemon 60` that is 5 minutes')
})

test('modes', () => {
  expect(permissionText('755')).toBe('`rwxr-xr-x`: its owner `rwx`, its group `r-x`, all others `r-x`')
  expect(permissionText('4711')).toContain('; runs as its owner (setuid)')
  expect(permissionText('888')).toBeUndefined()
})
