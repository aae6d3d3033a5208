import { describe, expect, test } from 'vitest'
import { readInt, readLong, readMode, readUint64, readUnsigned } from './number.ts'

describe('readUint64', () => {
  // Each asked of systemd 252, 257 and 262 as a value of TasksMax=.
  test.each([
    ['1', 1],
    ['0', 0],
    ['4294967296', 4294967296],
    ['999999999999999', 999999999999999],
    ['1000000000000000', 1e15],
    ['0x10', 16],
    ['0XfF', 255],
    ['010', 8],
    ['00', 0],
    ['0b11', 3],
    ['0B1', 1],
    ['0o17', 15],
    ['0O7', 7],
    ['+5', 5],
    ['-0', 0],
    ['0b 1', 1],
    // So the C libraries of 257 and 262 read it; that of 252 does not.
    ['0b0b11', 3],
    ['\t7', 7],
    ['18446744073709551614', 2 ** 64],
    ['18446744073709551615', Number.POSITIVE_INFINITY],
  ])('%s', (text, value) => expect(readUint64(text)).toBe(value))

  test.each(['', 'x', '5x', '5 ', '1e3', '5.0', '08', '0x', '0b', '0o', '0b2', '+ 5', '--5', '1,000', '０'])(
    'none: %s',
    (text) => expect(readUint64(text)).toBe('syntax'),
  )

  test.each(['-1', '-0x5', '18446744073709551616', '99999999999999999999999'])('too far: %s', (text) =>
    expect(readUint64(text)).toBe('range'),
  )

  test('in a base of its own', () => {
    expect(readUint64('ff', 16)).toBe(255)
    expect(readUint64('0xff', 16)).toBe(255)
    expect(readUint64('10', 16)).toBe(16)
    expect(readUint64('10', 8)).toBe(8)
    expect(readUint64('08', 10)).toBe(8)
    expect(readUint64('0b1', 8)).toBe('syntax')
    expect(readUint64('0x1', 10)).toBe('syntax')
    expect(readUint64('fg', 16)).toBe('syntax')
  })
})

test('bounds of each type', () => {
  expect([readUnsigned('4294967295'), readUnsigned('4294967296')]).toEqual([4294967295, 'range'])
  expect([readInt('2147483647'), readInt('2147483648')]).toEqual([2147483647, 'range'])
  expect([readInt('-2147483648'), readInt('-2147483649')]).toEqual([-2147483648, 'range'])
  expect([readInt('-0x10'), readInt('+3'), readInt('-'), readInt('')]).toEqual([-16, 3, 'syntax', 'syntax'])
  expect([readLong('9223372036854775807'), readLong('9223372036854775808')]).toEqual([2 ** 63, 'range'])
  expect([readLong('-9223372036854775808'), readLong('-9223372036854775809')]).toEqual([-(2 ** 63), 'range'])
  expect([readLong('12'), readLong('a')]).toEqual([12, 'syntax'])
})

test('modes are octal without a sign', () => {
  expect([readMode('644'), readMode('0644'), readMode('07777'), readMode('0')]).toEqual([420, 420, 4095, 0])
  expect([readMode('10000'), readMode('8'), readMode('+644'), readMode('-0'), readMode('0o644')]).toEqual([
    'range',
    'syntax',
    'syntax',
    'syntax',
    'syntax',
  ])
})
