// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of templates, not of ours
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText, encodeText } from '../../server/src/base/decode.ts'
import { LineIndex } from '../../server/src/base/line-index.ts'
import { readUnit } from '../../server/src/unit/document.ts'
import { assumeUnit } from '../../server/src/unit/identity.ts'
import { parseUnit } from '../../server/src/unit/syntax/parse.ts'
import { printUnit } from '../../server/src/unit/syntax/print.ts'
import { itemAt, type UnitTree } from '../../server/src/unit/syntax/tree.ts'
import { readValue } from '../../server/src/unit/syntax/value.ts'
import { growsInProportion } from './duration.ts'
import { runs } from './runs.ts'
import { anyString, nastyText } from './texts.ts'

const many = runs(1000)

const braces = fc
  .array(
    fc.constantFrom('${', '%{', '$${', '{', '}', '@A@', '=', 'a', ' ', '\n', '\\\n', '[S]\n', '{{', '<%'),
  )
  .map((some) => some.join(''))

describe.each([
  ['any string', anyString, false],
  ['nasty unit files', nastyText, false],
  ['templates that fill in braces', braces, true],
])('parsing %s', (_, texts, interpolates) => {
  test('loses nothing', () => {
    fc.assert(
      fc.property(texts, (text) => printUnit(parseUnit(text, interpolates)) === text),
      many,
    )
  })

  test('makes items that tile the text, and parts that lie in their items', () => {
    fc.assert(
      fc.property(texts, (text) => checkTree(parseUnit(text, interpolates))),
      many,
    )
  })
})

function checkTree(tree: UnitTree): void {
  let at = 0
  for (const item of tree.items) {
    expect(item.start).toBe(at)
    expect(item.end).toBeGreaterThan(at)
    at = item.end
    expect(itemAt(tree, item.start)).toBe(item)
    if (item.kind === 'assignment') {
      const { keySpan, equals, valueSpan } = item
      expect(
        isOrdered(
          item.start,
          keySpan.start,
          keySpan.end,
          equals,
          equals + 1,
          valueSpan.start,
          valueSpan.end,
          item.end,
        ),
      ).toBe(true)
      expect(tree.text[equals]).toBe('=')
      const value = readValue(tree, item)
      expect(value.text.length).toBeLessThanOrEqual(valueSpan.end - valueSpan.start)
      expect(value.text).not.toMatch(/[\n\r]/)
    } else if (item.kind === 'header') {
      expect(
        isOrdered(
          item.start,
          item.content.start,
          item.nameSpan.start,
          item.nameSpan.end,
          item.content.end,
          item.end,
        ),
      ).toBe(true)
    } else if (item.kind === 'junk' || item.kind === 'comment') {
      expect(isOrdered(item.start, item.content.start, item.content.end, item.end)).toBe(true)
    }
  }
  expect(at).toBe(tree.text.length)
  expect(tree.sections.map(({ header }) => header)).toEqual(
    tree.items.filter(({ kind }) => kind === 'header'),
  )
  expect(tree.sections.flatMap(({ assignments }) => assignments)).toEqual(
    tree.items.filter((item) => item.kind === 'assignment' && item.section),
  )
}

function isOrdered(...offsets: readonly number[]): boolean {
  return offsets.every((offset, index) => index === 0 || offsets[index - 1]! <= offset)
}

test('bytes survive being decoded and encoded again', () => {
  const utf8ish = fc.array(
    fc.constantFrom(0x61, 0x0a, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80, 0xff, 0xed, 0xa0),
  )
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    utf8ish.map((some) => Uint8Array.from(some)),
  )
  fc.assert(
    fc.property(bytes, (some) => {
      expect(encodeText(decodeText(some))).toEqual(some)
    }),
    many,
  )
})

test('well-formed text is what it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => decodeText(new TextEncoder().encode(text)) === text),
    many,
  )
})

test('offsets survive being made positions and offsets again', () => {
  fc.assert(
    fc.property(nastyText, fc.nat({ max: 400 }), (text, some) => {
      const index = new LineIndex(text)
      const offset = Math.min(some, text.length)
      expect(index.offset(index.position(offset))).toBe(offset)
    }),
    many,
  )
})

test.each([
  ...[
    'abc\n',
    '[a\n',
    '[a #\n',
    '[Service]\n',
    'a=b\n',
    'a=b\\\n',
    'a=b\\\n# c\n',
    '\\\n',
    '\r',
    '\t\n',
    '# c\n',
  ],
  ...['<%= a %>', '<% ', '{{ a }}\n', '{% if a %}\n', '@a@\n', 'a={{\n', 'x', '=', '['],
  ...['# unitwright: allow a\n', '[A]\n# unitwright: allow a\nb=1\n', '# unitwright: a=b\n'],
])('reading %j again and again takes time in proportion', (piece) => {
  const identity = assumeUnit('/etc/systemd/system/web.service')
  for (const head of ['', '[Service]\n', '[Service]\nExecStart='])
    expect(growsInProportion((times) => readUnit(head + piece.repeat(times), identity), 2500)).toBe(true)
})

test.each([
  ...['${', '$${', '${a', '${{', '${a{b}', '${{b}{b}{b}{b}{b}', '${ }', '%{ if a ~}\n', '@A', '{}'],
])('reading %j again and again in a template that fills it in takes time in proportion', (piece) => {
  const identity = assumeUnit('web.service.tpl')
  const read = (times: number) => readUnit(`[Service]\nA=${piece.repeat(times)}`, identity)
  expect(growsInProportion(read, 2500)).toBe(true)
})
