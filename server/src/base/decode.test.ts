import { describe, expect, test } from 'vitest'
import { decodeText, encodeText } from './decode.ts'

const bytes = (...list: number[]) => Uint8Array.from(list)
const utf8 = (text: string) => new TextEncoder().encode(text)

test('valid UTF-8 decodes as ever', () => {
  for (const text of ['', 'plain', 'Café', '日本語', '😀', 'a\0b', 'a\r\nb\u2028', '\uFFFD\uFFFE']) {
    expect(decodeText(utf8(text))).toBe(text)
    expect(encodeText(text)).toEqual(utf8(text))
  }
})

test('a byte order mark stays', () => {
  expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x61))).toBe('\uFEFFa')
  expect(encodeText('\uFEFFa')).toEqual(bytes(0xef, 0xbb, 0xbf, 0x61))
  expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0xff))).toBe('\uFEFF\uDCFF')
  expect(decodeText(bytes(0xff, 0xef, 0xbb, 0xbf))).toBe('\uDCFF\uFEFF')
})

describe('bytes that are no UTF-8 become lone surrogates', () => {
  test.each([
    ['Latin-1', [0x43, 0x61, 0x66, 0xe9], 'Caf\uDCE9'],
    ['a lone continuation', [0x80, 0xbf], '\uDC80\uDCBF'],
    ['a sequence cut short', [0xe2, 0x82], '\uDCE2\uDC82'],
    ['a sequence cut short by a letter', [0xe2, 0x82, 0x61], '\uDCE2\uDC82a'],
    ['an overlong slash', [0xc0, 0xaf], '\uDCC0\uDCAF'],
    ['an overlong sequence of three', [0xe0, 0x80, 0xaf], '\uDCE0\uDC80\uDCAF'],
    ['an overlong sequence of four', [0xf0, 0x8f, 0xbf, 0xbf], '\uDCF0\uDC8F\uDCBF\uDCBF'],
    ['an encoded surrogate', [0xed, 0xa0, 0x80], '\uDCED\uDCA0\uDC80'],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80], '\uDCF4\uDC90\uDC80\uDC80'],
    ['bytes that never occur', [0xf5, 0xfe, 0xff], '\uDCF5\uDCFE\uDCFF'],
    ['good between bad', [0xff, 0xc3, 0xa9, 0xff, 0xf0, 0x9f, 0x98, 0x80, 0xff], '\uDCFFé\uDCFF😀\uDCFF'],
  ])('%s', (_what, list, text) => {
    expect(decodeText(bytes(...list))).toBe(text)
    expect(encodeText(text)).toEqual(bytes(...list))
  })
})

test('any bytes come back', () => {
  // A fixed sequence of numbers that looks random: a linear congruential generator.
  let seed = 1
  const next = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return (seed >> 16) & 0xff
  }
  for (let round = 0; round < 300; round++) {
    const list = Uint8Array.from({ length: round % 40 }, next)
    expect(encodeText(decodeText(list))).toEqual(list)
  }
})
