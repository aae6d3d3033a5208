import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../../test/property/runs.ts'
import { testEnvironment } from '../unit/testing/check.ts'
import { OpenDocument } from './open-document.ts'

const uri = 'file:///srv/web.service'
const open = (text: string, languageId = 'systemd-unit') =>
  new OpenDocument({ uri, languageId, version: 1, text }, 1)

test('random edits, line breaks of all kinds torn apart and joined: the text is that of plain string cutting', () => {
  const text = fc
    .array(fc.constantFrom('a', '\r', '\n', '\r\n', 'ß', '😀', '[Unit]\n'), { maxLength: 8 })
    .map((parts) => parts.join(''))
  const edit = fc.tuple(fc.nat(1_000), fc.nat(4), text)
  fc.assert(
    fc.property(text, fc.array(edit, { maxLength: 12 }), (start, edits) => {
      const document = open(start)
      let model = start
      for (const [where, length, newText] of edits) {
        const from = Math.round((where / 1_000) * model.length)
        const range = { start: document.text.positionAt(from), end: document.text.positionAt(from + length) }
        // A position can't stand between the two characters of a line break, so the model asks where it really is.
        const [a, b] = [document.text.offsetAt(range.start), document.text.offsetAt(range.end)]
        model = model.slice(0, a) + newText + model.slice(b)
        document.update([{ range, text: newText }], null)
      }
      expect(document.text.getText()).toBe(model)
      expect(document.text.lineCount).toBe(model.split(/\r\n|\r|\n/).length)
    }),
    runs(500),
  )
})

test('a version is read once, and so are its findings', () => {
  const document = open('[Service]\nExecStart=/srv/run\nFoo=1\n')
  const { source } = document
  const findings = document.findings(testEnvironment(), 1)
  expect(findings).toHaveLength(1)
  expect(document.source).toBe(source)
  expect(document.findings(testEnvironment(), 1)).toBe(findings)
  expect(document.findings(testEnvironment(), 2)).not.toBe(findings)

  document.update([{ text: '[Service]\nExecStart=/srv/run\n' }], 2)
  expect(document.source).not.toBe(source)
  expect(document.findings(testEnvironment(), 2)).toEqual([])
})

test('a change without a place changes nothing', () => {
  const document = open('[Service]\n')
  const range = { start: { line: 0 }, end: { line: 0 } } as never
  expect(() => document.update([{ range, text: 'x' }], 2)).toThrow('without line and character')
  expect(document.text.getText()).toBe('[Service]\n')
})

test('a text of no language becomes a unit as it is typed', () => {
  const document = new OpenDocument(
    { uri: 'untitled:Untitled-1', languageId: 'plaintext', version: 1, text: '' },
    1,
  )
  expect(document.source).toBeUndefined()
  document.update([{ text: '[Unit]\n' }], 2)
  expect(document.source?.language).toBe('unit')
})
