import { expect, test } from 'vitest'
import { isNumericAddress } from './numeric-address.ts'

test.each([
  '127.0.0.1',
  '1.2.3',
  '127.1',
  '0x7f.1',
  '010.0.0.1',
  '::1',
  '::',
  'fe80::1%eth0',
  '1:2:3:4:5:6:7:8',
])('%s is one', (text) => expect(isNumericAddress(text)).toBe(true))
test.each(['::ffff:10.0.0.1', '1:2:3:4:5:6:10.0.0.1', '4294967295'])('%s is one too', (text) =>
  expect(isNumericAddress(text)).toBe(true),
)
test.each([
  'web',
  'localhost',
  '',
  '999.1.1.1',
  '1.2.3.256',
  '08.1.1.1',
  '1.2.3.4.5',
  '1..2',
  '[::1]',
  '1:2',
  '1::2::3',
  '12345::1',
  '1:2:3:4:5:6:7:8:9',
  '::1.2.3',
  '127.ä0.0.1',
  '4294967296',
])('%s is none', (text) => expect(isNumericAddress(text)).toBe(false))
