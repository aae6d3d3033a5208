import { expect, test } from 'vitest'
import { printable, quote } from './quote.ts'

test.each([
  ['plain text, Ümläute, 漢字 and 😀', 'plain text, Ümläute, 漢字 and 😀'],
  ['two\nlines\r\tand a tab', 'two\\nlines\\r\\tand a tab'],
  ['\x1b[31mred\x07', '\\x1b[31mred\\x07'],
  ['a\u202egnp.exe', 'a\\u202egnp.exe'],
  ['byte \uDCE9', 'byte \\xe9'],
  ['half \uD83D', 'half \\ud83d'],
])('%j is shown as %j', (text, shown) => {
  expect(printable(text)).toBe(shown)
})

test('quotes', () => {
  expect(quote('a b\n')).toBe("'a b\\n'")
})
