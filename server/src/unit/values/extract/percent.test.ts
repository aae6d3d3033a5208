import { expect, test } from 'vitest'
import { readPermyriad } from './percent.ts'

// Each asked of systemd 252, 257 and 262 as a value of CPUQuota=.
test.each([
  ['50%', 5000],
  ['0%', 0],
  ['12.5%', 1250],
  ['12.55%', 1255],
  ['0.01%', 1],
  ['+5%', 500],
  ['0x10%', 1600],
  ['010%', 800],
  ['5‰', 50],
  ['5.5‰', 55],
  ['50‱', 50],
  ['21474836.47%', 2147483647],
])('%s', (text, value) => expect(readPermyriad(text)).toBe(value))

test.each(['12.555%', '12.%', '.5%', '5.55‰', '5.5‱', '%', '50 %', '1.5.5%', '08%', '50%%', '1.x%'])(
  'none: %s',
  (text) => expect(readPermyriad(text)).toBe('syntax'),
)

test.each(['-5%', '21474836.48%', '2147483648‱'])('too far: %s', (text) =>
  expect(readPermyriad(text)).toBe('range'),
)

test.each(['50', '', '50% of it', 'infinity'])('no percentage: %s', (text) =>
  expect(readPermyriad(text)).toBeUndefined(),
)
