import { describe, expect, test } from 'vitest'
import { readSize } from './size.ts'

describe('readSize', () => {
  // Each asked of systemd 252, 257 and 262 as a value of ReceiveBuffer=.
  test.each([
    ['0', 0],
    ['512', 512],
    ['1B', 1],
    ['1K', 1024],
    ['1 K', 1024],
    ['1G', 1024 ** 3],
    ['1T', 1024 ** 4],
    ['15E', 15 * 1024 ** 6],
    ['1.5G', 1.5 * 1024 ** 3],
    ['1.G', 1024 ** 3],
    ['0.5', 0],
    ['0.0001K', 0],
    ['1.55555M', 1631112],
    ['1G 512M', 1024 ** 3 + 512 * 1024 ** 2],
    ['1G512M', 1024 ** 3 + 512 * 1024 ** 2],
    ['1K1', 1025],
    ['1K1B', 1025],
    ['1B1', 2],
    ['+1K', 1024],
    ['1K +1', 1025],
    ['007K', 7168],
    ['999999G', 999999 * 1024 ** 3],
    ['16777217G', 16777217 * 1024 ** 3],
    ['18446744073709551615', Number.POSITIVE_INFINITY],
  ])('%s', (text, bytes) => expect(readSize(text, 1024)).toBe(bytes))

  test.each([
    '',
    'K',
    '1k',
    '1KB',
    '1KiB',
    '1Gi',
    '.5G',
    '1M 1G',
    '1K 1K',
    '1 1',
    '1 2K',
    '1B1B',
    '0x10',
    '1e3',
    '50%',
    '1,5G',
    'infinity',
    '1K ',
  ])('none: %s', (text) => expect(readSize(text, 1024)).toBe('syntax'))

  test.each([
    '-1',
    '-1K',
    '1K -1',
    '16E',
    '999999999999G',
    '18446744073709551616',
    '18446744073709551615.5',
    '15E 1024P',
  ])('too far: %s', (text) => expect(readSize(text, 1024)).toBe('range'))

  test('to the base 1000', () => {
    expect([readSize('5M', 1000), readSize('18E', 1000), readSize('19E', 1000)]).toEqual([
      5e6,
      18e18,
      'range',
    ])
  })

  test('up to a bound', () => {
    expect(readSize('8E', 1024, 2n ** 63n - 1n)).toBe('range')
    expect(readSize('9223372036854775807', 1024, 2n ** 63n - 1n)).toBe(2 ** 63)
  })
})
