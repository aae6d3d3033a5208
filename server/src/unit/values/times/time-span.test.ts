import { describe, expect, test } from 'vitest'
import { formatSpan, infinity, isPlainSpan, microseconds, nanoseconds, readSpan } from './time-span.ts'

const second = 1_000_000n

describe('spans on the scale of microseconds', () => {
  test.each([
    ['0', 0n],
    ['5', 5n * second],
    ['+5', 5n * second],
    ['1.5', 1_500_000n],
    ['.5s', 500_000n],
    ['1.12345678s', 1_123_456n],
    ['1h30min', 5400n * second],
    ['1h 30min 5s', 5405n * second],
    ['5 5', 10n * second],
    ['5s5', 10n * second],
    ['12.34 .56', 12_900_000n],
    ['2 months', 5_259_600n * second],
    ['1y', 31_557_600n * second],
    ['1M', 2_629_800n * second],
    ['1m', 60n * second],
    ['20\u00b5s 20\u03bcs', 40n],
    ['584541y', 584_541n * 31_557_600n * second],
    [' infinity ', infinity],
  ])('%j is read', (text, span) => expect(readSpan(text, microseconds)).toBe(span))

  test.each([
    ['', 'empty', ''],
    [' ', 'empty', ' '],
    ['-1', 'negative', '-1'],
    ['-0', 'negative', '-0'],
    ['5s -5s', 'negative', '-5s'],
    ['5mins', 'unit', 'mins'],
    ['5 foo', 'unit', 'foo'],
    ['5s5foo', 'unit', 'foo'],
    ['12.34.56', 'unit', '.'],
    ['5+5', 'unit', '+'],
    ['20ns', 'unit', 'ns'],
    ['forever', 'number', 'forever'],
    ['Infinity', 'number', 'Infinity'],
    ['5s s', 'number', 's'],
    ['5.', 'fraction', '5.'],
    ['5.s', 'fraction', '5.'],
    ['5. 5', 'fraction', '5.'],
    ['infinity s', 'infinity', 'infinity s'],
    ['584542y', 'too-long', '584542y'],
    ['18446744073709.1s', 'too-long', '18446744073709.1s'],
    ['18446744073708s 1s 551615us', 'too-long', '18446744073708s 1s 551615us'],
    ['9223372036854775808us', 'too-long', '9223372036854775808us'],
  ])('%j is not: %s', (text, kind, part) => {
    const read = readSpan(text, microseconds)
    expect(read).toMatchObject({ kind })
    if (typeof read !== 'bigint') expect(text.slice(read.from, read.to)).toBe(part)
  })

  test('the largest numbers', () => {
    expect(readSpan('18446744073708s 1s 551614us', microseconds)).toBe(infinity - 1n)
    expect(readSpan('9223372036854775807us', microseconds)).toBe(2n ** 63n - 1n)
  })
})

test('on the scale of nanoseconds a bare number is one of them', () => {
  expect(readSpan('5', nanoseconds)).toBe(5n)
  expect(readSpan('5.9', nanoseconds)).toBe(5n)
  expect(readSpan('50us 20ns 1nsec', nanoseconds)).toBe(50_021n)
  expect(readSpan('583y', nanoseconds)).toBe(583n * 31_557_600n * 10n ** 9n)
  expect(readSpan('584y', nanoseconds)).toMatchObject({ kind: 'too-long' })
})

test('what needs no closer look is right', () => {
  const plain = [
    '5',
    '1h 30min',
    '1h30min',
    '1.5s',
    '999999999',
    '9999y',
    'infinity',
    '5 seconds',
    '1M 1m 1ms',
  ]
  expect(plain.filter((text) => !isPlainSpan(text))).toEqual([])
  expect(plain.filter((text) => typeof readSpan(text, microseconds) !== 'bigint')).toEqual([])
  expect(['5mins', '5 S', '', ' ', '5.s', '1s.5', '99999y'].filter(isPlainSpan)).toEqual([])
})

test.each([
  ['0', '0'],
  ['90', '1min 30s'],
  ['1.5', '1.500000s'],
  ['61.5', '1min 1.500000s'],
  ['1001us', '1.001ms'],
  ['7us', '7us'],
  ['400y 40d', '400y 1month 1w 2d 13h 30min'],
  ['infinity', 'infinity'],
])('%s is printed as %s', (text, printed) =>
  expect(formatSpan(readSpan(text, microseconds) as bigint)).toBe(printed),
)
