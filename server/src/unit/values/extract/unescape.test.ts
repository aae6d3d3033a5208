import { expect, test } from 'vitest'
import { unescapeOne } from './unescape.ts'

test.each([
  ['n', '\n', 1],
  ['s', ' ', 1],
  ['"', '"', 1],
  ['x41b', 'A', 3],
  ['xff', '\uDCFF', 3],
  ['101', 'A', 3],
  ['u00e9', 'é', 5],
  ['U0001F600', '😀', 9],
])('%s', (text, meaning, length) => expect(unescapeOne(text, 0)).toEqual({ text: meaning, length }))

test.each(['', 'q', 'x4', 'xg1', 'x00', '000', '10', '777', 'u12', 'ud800', 'u0000', 'U00110000'])(
  '%s is none',
  (text) => expect(unescapeOne(text, 0)).toBeUndefined(),
)
